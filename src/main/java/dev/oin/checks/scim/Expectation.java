package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.sandbox.scim.Members;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;

/** How an assertion compares; the comparators of the list of checks. */
sealed interface Expectation {

    /** The words people read, after the subject, with variables filled in. */
    String words(Variables variables);

    /** Whether the value is as it should be. */
    boolean accepts(JsonNode value, Variables variables);

    /** Equal as text, number or boolean; the text may name variables in braces. */
    record Same(String template) implements Expectation {
        @Override
        public String words(Variables variables) {
            return "is " + variables.fill(template);
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            return value.isValueNode() && !value.isNull() && value.asText().equals(variables.fill(template));
        }
    }

    /** Equal as a JSON number. */
    record SameNumber(int number) implements Expectation {
        @Override
        public String words(Variables variables) {
            return "is the number " + number;
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            return value.isNumber() && value.decimalValue().compareTo(BigDecimal.valueOf(number)) == 0;
        }
    }

    /** A JSON number, not a text. */
    record IsNumber() implements Expectation {
        @Override
        public String words(Variables variables) {
            return "is a number";
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            return value.isNumber();
        }
    }

    /** Present, and not null, an empty text or an empty list; {@code false} counts as present. */
    record NonEmpty() implements Expectation {
        @Override
        public String words(Variables variables) {
            return "is present and not empty";
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            return value.isContainerNode()
                    ? !value.isEmpty()
                    : !value.isMissingNode()
                            && !value.isNull()
                            && !value.asText().isEmpty();
        }
    }

    /** A list that contains the text, or a text that it is part of. */
    record Has(String text) implements Expectation {
        @Override
        public String words(Variables variables) {
            return "contains " + text;
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            return value.isArray()
                    ? StreamSupport.stream(value.spliterator(), false)
                            .anyMatch(element -> element.asText().equals(text))
                    : value.isTextual() && value.asText().contains(text);
        }
    }

    /** Less than so many milliseconds. */
    record FasterThan(int milliseconds) implements Expectation {
        @Override
        public String words(Variables variables) {
            return "is below " + milliseconds + " ms";
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            return value.isNumber() && value.asLong() < milliseconds;
        }
    }

    /** A list answer: with resources in a list where it counts any. */
    record ListIfAny() implements Expectation {
        @Override
        public String words(Variables variables) {
            return "has the resources in a list, where it counts any";
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            var total = value.path("totalResults");
            return total.isNumber()
                    && (total.asInt() == 0 || value.path("Resources").isArray());
        }
    }

    /** A group with the test person among its members, or without; an answer may leave members out. */
    record Member(boolean there) implements Expectation {
        @Override
        public String words(Variables variables) {
            return there
                    ? "shows the person among the members, where it shows members"
                    : "does not show the person among the members";
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            if (!value.isObject() || !value.path("members").isArray()) {
                return value.isObject();
            }
            return Members.of(value).contains(variables.fill("{scim_id}")) == there;
        }
    }

    /** A user with the role or entitlement that was given, or without it; and with the one that was not taken away. */
    record Entitled(boolean there) implements Expectation {
        @Override
        public String words(Variables variables) {
            return variables.fill(
                    there
                            ? "shows {entitlement} among the {entitlement_attribute}"
                            : "does not show {entitlement} among the {entitlement_attribute}, and shows the others still");
        }

        @Override
        public boolean accepts(JsonNode value, Variables variables) {
            var held = value.path(variables.fill("{entitlement_attribute}")).findValuesAsText("value");
            return held.contains(variables.fill("{entitlement}")) == there
                    && variables.get("entitlement_kept").stream().allMatch(held::contains);
        }
    }
}
