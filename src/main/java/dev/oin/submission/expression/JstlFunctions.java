package dev.oin.submission.expression;

import static dev.oin.submission.expression.Type.LIST;
import static dev.oin.submission.expression.Type.NUMBER;
import static dev.oin.submission.expression.Type.TEXT;
import static dev.oin.submission.expression.Type.TEXT_OR_LIST;
import static dev.oin.submission.expression.Type.TRUTH;

import dev.oin.submission.expression.Function.Arguments;
import dev.oin.submission.expression.Function.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions of SAML fields (submission-rules 12.1), as the JSTL specification defines them; a text that is unset counts as empty. */
final class JstlFunctions {

    static final Map<String, Function> ALL = Stream.of(
                    truth("contains", given -> Texts.contains(given.text(0), given.text(1), given.work())),
                    truth("containsIgnoreCase", JstlFunctions::containsIgnoreCase),
                    truth("endsWith", given -> new Datum.Truth(given.text(0).endsWith(given.text(1)))),
                    text("escapeXml", List.of(TEXT), JstlFunctions::escapeXml),
                    function("indexOf", List.of(TEXT, TEXT), NUMBER, JstlFunctions::indexOf),
                    text("join", List.of(LIST, TEXT), JstlFunctions::join),
                    function("length", List.of(TEXT_OR_LIST), NUMBER, JstlFunctions::length),
                    text("replace", List.of(TEXT, TEXT, TEXT), Texts::replace),
                    function("split", List.of(TEXT, TEXT), LIST, JstlFunctions::split),
                    truth("startsWith", given -> new Datum.Truth(given.text(0).startsWith(given.text(1)))),
                    text("substring", List.of(TEXT, NUMBER, NUMBER), given -> Texts.substring(given, true)),
                    text("substringAfter", List.of(TEXT, TEXT), JstlFunctions::after),
                    text("substringBefore", List.of(TEXT, TEXT), JstlFunctions::before),
                    text("toLowerCase", List.of(TEXT), Texts::lower),
                    text("toUpperCase", List.of(TEXT), Texts::upper),
                    text(
                            "trim",
                            List.of(TEXT),
                            given -> given.work().text(given.text(0).trim())))
            .collect(Collectors.toUnmodifiableMap(Function::name, function -> function));

    private JstlFunctions() {}

    private static Datum containsIgnoreCase(Arguments given) {
        return Texts.contains(
                given.text(0).toUpperCase(Locale.ROOT), given.text(1).toUpperCase(Locale.ROOT), given.work());
    }

    private static Datum escapeXml(Arguments given) {
        var escaped = new StringBuilder();
        var text = given.text(0);
        for (var at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&#034;");
                case '\'' -> escaped.append("&#039;");
                default -> escaped.append(text.charAt(at));
            }
        }
        return given.work().text(escaped.toString());
    }

    private static Datum indexOf(Arguments given) {
        var text = given.text(0);
        var at = Texts.find(text, given.text(1), given.work());
        return new Datum.Number(at < 0 ? -1 : text.codePointCount(0, at));
    }

    private static Datum join(Arguments given) {
        var parts = list(given.values().getFirst());
        var separator = given.text(1);
        given.work()
                .reserve(parts.stream().mapToLong(String::length).sum()
                        + (long) separator.length() * Math.max(0, parts.size() - 1));
        return new Datum.Text(String.join(separator, parts));
    }

    private static Datum length(Arguments given) {
        return switch (given.values().getFirst()) {
            case Datum.Texts(var values) -> new Datum.Number(values.size());
            case Datum other -> Texts.length(other.text());
        };
    }

    /** Each character of the second text parts; nothing stands between two that follow each other. */
    private static Datum split(Arguments given) {
        var text = given.text(0);
        var delimiters = given.text(1);
        given.work().search(text, delimiters);
        if (text.isEmpty() || delimiters.isEmpty()) {
            return new Datum.Texts(List.of(text));
        }
        var parts = new ArrayList<String>();
        var tokens = new StringTokenizer(text, delimiters);
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return new Datum.Texts(parts);
    }

    private static Datum after(Arguments given) {
        var text = given.text(0);
        var at = Texts.find(text, given.text(1), given.work());
        return new Datum.Text(at < 0 ? "" : text.substring(at + given.text(1).length()));
    }

    private static Datum before(Arguments given) {
        var text = given.text(0);
        var at = Texts.find(text, given.text(1), given.work());
        return new Datum.Text(at < 0 ? "" : text.substring(0, at));
    }

    private static List<String> list(Datum datum) {
        return switch (datum) {
            case Datum.Texts(var values) -> values;
            case Datum.Unset unset -> List.of();
            case Datum other -> throw new IllegalStateException("Not a list: " + other);
        };
    }

    private static Function text(String name, List<Type> parameters, Body body) {
        return function(name, parameters, TEXT, body);
    }

    private static Function truth(String name, Body body) {
        return function(name, List.of(TEXT, TEXT), TRUTH, body);
    }

    private static Function function(String name, List<Type> parameters, Type result, Body body) {
        return new Function("fn:" + name, parameters, 0, result, body);
    }
}
