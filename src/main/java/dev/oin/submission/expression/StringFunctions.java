package dev.oin.submission.expression;

import static dev.oin.submission.expression.Type.NUMBER;
import static dev.oin.submission.expression.Type.TEXT;
import static dev.oin.submission.expression.Type.TRUTH;

import dev.oin.submission.expression.Function.Arguments;
import dev.oin.submission.expression.Function.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions of OIDC and SCIM fields (submission-rules 12.1); a text that is unset counts as empty. */
final class StringFunctions {

    static final Map<String, Function> ALL = Stream.of(
                    text("append", 2, given -> joined(given, "", 0)),
                    repeated("join", List.of(TEXT, TEXT), 1, given -> joined(given, given.text(0), 1)),
                    function("len", List.of(TEXT), NUMBER, given -> Texts.length(given.text(0))),
                    text("removeSpaces", 1, StringFunctions::removeSpaces),
                    text("replace", 3, Texts::replace),
                    text("replaceFirst", 3, StringFunctions::replaceFirst),
                    truth("startsWith", given -> new Datum.Truth(given.text(0).startsWith(given.text(1)))),
                    truth("stringContains", given -> Texts.contains(given.text(0), given.text(1), given.work())),
                    repeated("stringSwitch", List.of(TEXT, TEXT, TEXT, TEXT), 2, StringFunctions::chosen),
                    function("substring", List.of(TEXT, NUMBER, NUMBER), TEXT, given -> Texts.substring(given, false)),
                    text("substringAfter", 2, StringFunctions::after),
                    text("substringBefore", 2, StringFunctions::before),
                    text("toUpperCase", 1, Texts::upper),
                    text("toLowerCase", 1, Texts::lower))
            .collect(Collectors.toUnmodifiableMap(Function::name, function -> function));

    private StringFunctions() {}

    private static Datum joined(Arguments given, String separator, int from) {
        var parts = given.values().subList(from, given.values().size()).stream()
                .map(Datum::text)
                .toList();
        given.work()
                .reserve(parts.stream().mapToLong(String::length).sum()
                        + (long) separator.length() * (parts.size() - 1));
        return new Datum.Text(String.join(separator, parts));
    }

    private static Datum removeSpaces(Arguments given) {
        var kept = new StringBuilder();
        given.text(0)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .forEach(kept::appendCodePoint);
        return given.work().text(kept.toString());
    }

    private static Datum replaceFirst(Arguments given) {
        var text = given.text(0);
        var what = given.text(1);
        var at = what.isEmpty() ? -1 : Texts.find(text, what, given.work());
        if (at < 0) {
            return given.work().text(text);
        }
        given.work()
                .reserve((long) text.length() - what.length() + given.text(2).length());
        return new Datum.Text(text.substring(0, at) + given.text(2) + text.substring(at + what.length()));
    }

    /** The value of the first key, in the order given, that the text contains; the default where it contains none. */
    private static Datum chosen(Arguments given) {
        for (var key = 2; key < given.values().size(); key += 2) {
            if (Texts.find(given.text(0), given.text(key), given.work()) >= 0) {
                return given.work().text(given.text(key + 1));
            }
        }
        return given.work().text(given.text(1));
    }

    private static Datum after(Arguments given) {
        var text = given.text(0);
        var at = Texts.find(text, given.text(1), given.work());
        return new Datum.Text(at < 0 ? "" : text.substring(at + given.text(1).length()));
    }

    /** Without an occurrence this is the whole text; the SAML function of this name gives nothing then. */
    private static Datum before(Arguments given) {
        var text = given.text(0);
        var at = Texts.find(text, given.text(1), given.work());
        return new Datum.Text(at < 0 ? text : text.substring(0, at));
    }

    private static Function text(String name, int count, Body body) {
        return function(name, Stream.generate(() -> TEXT).limit(count).toList(), TEXT, body);
    }

    private static Function truth(String name, Body body) {
        return function(name, List.of(TEXT, TEXT), TRUTH, body);
    }

    private static Function function(String name, List<Type> parameters, Type result, Body body) {
        return new Function("String." + name, parameters, 0, result, body);
    }

    private static Function repeated(String name, List<Type> parameters, int step, Body body) {
        return new Function("String." + name, parameters, step, TEXT, body);
    }
}
