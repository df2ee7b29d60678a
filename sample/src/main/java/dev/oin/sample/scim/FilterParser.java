package dev.oin.sample.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads filters by the grammar of RFC 7644 figure 1: or binds loosest, then and, then not and brackets. */
final class FilterParser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([()\\[\\]])|(\"(?:[^\"\\\\]|\\\\.)*\")|([^\\s()\\[\\]\"]+))");
    private static final int DEEPEST = 40;

    private final ResourceType type;
    private final List<String> tokens = new ArrayList<>();
    private @Nullable AttributePath inside;
    private int next;
    private int depth;

    private FilterParser(String text, ResourceType type) {
        this.type = type;
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (end < text.strip().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw wrong("There is an unclosed quote");
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    static Filter parse(String text, ResourceType type) {
        FilterParser parser = new FilterParser(text, type);
        Filter filter = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw wrong("Unexpected " + parser.tokens.get(parser.next));
        }
        return filter;
    }

    /** Reads the condition inside the square brackets of a value path. */
    static Filter parseElement(String text, AttributePath of, ResourceType type) {
        FilterParser parser = new FilterParser(text, type);
        parser.inside = of;
        Filter filter = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw wrong("Unexpected " + parser.tokens.get(parser.next));
        }
        return filter;
    }

    private Filter or() {
        if (++depth > DEEPEST) {
            throw wrong("The filter is nested too deeply");
        }
        Filter left = and();
        while (takes("or")) {
            left = new Filter.Or(left, and());
        }
        depth--;
        return left;
    }

    private Filter and() {
        Filter left = term();
        while (takes("and")) {
            left = new Filter.And(left, term());
        }
        return left;
    }

    private Filter term() {
        if (takes("not")) {
            if (!"(".equals(peek())) {
                throw wrong("A bracket is expected after not");
            }
            return new Filter.Not(term());
        }
        if (takes("(")) {
            Filter inner = or();
            expect(")");
            return inner;
        }
        AttributePath path = path(take("an attribute"));
        if (inside == null && takes("[")) {
            inside = path;
            Filter condition = or();
            inside = null;
            expect("]");
            return new Filter.Element(path, condition);
        }
        String operator = take("an operator").toUpperCase(Locale.ROOT);
        return "PR".equals(operator) ? new Filter.Present(path) : comparison(path, operator);
    }

    private Filter comparison(AttributePath path, String word) {
        Filter.Operator operator;
        try {
            operator = Filter.Operator.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw wrong("There is no operator " + word.toLowerCase(Locale.ROOT));
        }
        JsonNode operand = operand(take("a value"));
        Attribute compared = path.compared();
        boolean unordered = compared != null
                && (compared.type() == Attribute.Type.BOOLEAN || compared.type() == Attribute.Type.BINARY);
        if (operator.orders() && (unordered || operand.isBoolean())) {
            throw wrong(path.name() + " has no order");
        }
        return new Filter.Compare(path, operator, operand);
    }

    private static JsonNode operand(String token) {
        try {
            JsonNode value = JSON.readTree(token);
            if (value.isValueNode()) {
                return value;
            }
        } catch (JsonProcessingException e) {
            // Told below, without the parser's own words.
        }
        throw wrong("A value is expected, in quotes if it is text");
    }

    private AttributePath path(String token) {
        AttributePath path = inside == null
                ? AttributePath.parse(token, type).orElseThrow(() -> wrong("An attribute is expected"))
                : element(token, inside);
        if (path.attribute() != null && path.attribute().isSecret()) {
            throw wrong("There is no filter on " + path.name());
        }
        return path;
    }

    private static AttributePath element(String token, AttributePath of) {
        Attribute sub =
                of.attribute() == null ? null : of.attribute().sub(token).orElse(null);
        return new AttributePath(null, sub == null ? token : sub.name(), null, sub, null);
    }

    private @Nullable String peek() {
        return next < tokens.size() ? tokens.get(next) : null;
    }

    private boolean takes(String word) {
        boolean taken = word.equalsIgnoreCase(peek());
        next += taken ? 1 : 0;
        return taken;
    }

    private String take(String what) {
        String token = peek();
        if (token == null) {
            throw wrong("The filter ends where " + what + " is expected");
        }
        next++;
        return token;
    }

    private void expect(String word) {
        if (!takes(word)) {
            throw wrong(word + " is missing");
        }
    }

    private static ScimProblem wrong(String detail) {
        return ScimProblem.bad("invalidFilter", detail);
    }
}
