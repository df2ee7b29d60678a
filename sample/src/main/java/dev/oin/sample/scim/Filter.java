package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;

/** A condition on resources (RFC 7644 section 3.4.2.2). */
sealed interface Filter {

    boolean matches(JsonNode resource);

    /** Both hold. */
    record And(Filter left, Filter right) implements Filter {
        @Override
        public boolean matches(JsonNode resource) {
            return left.matches(resource) && right.matches(resource);
        }
    }

    /** One holds. */
    record Or(Filter left, Filter right) implements Filter {
        @Override
        public boolean matches(JsonNode resource) {
            return left.matches(resource) || right.matches(resource);
        }
    }

    /** It does not hold. */
    record Not(Filter filter) implements Filter {
        @Override
        public boolean matches(JsonNode resource) {
            return !filter.matches(resource);
        }
    }

    /** The attribute has a value that is not empty. */
    record Present(AttributePath path) implements Filter {
        @Override
        public boolean matches(JsonNode resource) {
            JsonNode value = (path.urn() == null ? resource : resource.path(path.urn())).path(path.name());
            return path.subName() == null
                    ? isAssigned(value)
                    : path.values(resource).stream().anyMatch(Present::isAssigned);
        }

        private static boolean isAssigned(JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return false;
            }
            return value.isContainerNode() ? !value.isEmpty() : !value.asText().isEmpty();
        }
    }

    /** One value of a plural attribute meets all of {@code condition}. */
    record Element(AttributePath path, Filter condition) implements Filter {
        @Override
        public boolean matches(JsonNode resource) {
            JsonNode value = (path.urn() == null ? resource : resource.path(path.urn())).path(path.name());
            if (!value.isArray()) {
                return value.isObject() && condition.matches(value);
            }
            for (JsonNode element : value) {
                if (condition.matches(element)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A value compares so with {@code operand}. */
    record Compare(AttributePath path, Operator operator, JsonNode operand) implements Filter {
        @Override
        public boolean matches(JsonNode resource) {
            if (operand.isNull()) {
                boolean present = new Present(path).matches(resource);
                return (operator == Operator.NE) == present;
            }
            if (operator == Operator.NE) {
                return path.values(resource).stream().noneMatch(value -> compare(value, Operator.EQ));
            }
            return path.values(resource).stream().anyMatch(value -> compare(value, operator));
        }

        private boolean compare(JsonNode value, Operator with) {
            if (value.isBoolean() || operand.isBoolean()) {
                return value.isBoolean() && operand.isBoolean() && value.asBoolean() == operand.asBoolean();
            }
            if (!value.isValueNode()) {
                return false;
            }
            Attribute attribute = path.compared();
            if (attribute != null && attribute.type() == Attribute.Type.DATE_TIME) {
                return with.holds(order(value.asText(), operand.asText()), value.asText(), operand.asText());
            }
            boolean exact = attribute != null && attribute.caseExact();
            String left = exact ? value.asText() : value.asText().toLowerCase(Locale.ROOT);
            String right = exact ? operand.asText() : operand.asText().toLowerCase(Locale.ROOT);
            return with.holds(left.compareTo(right), left, right);
        }

        private static int order(String left, String right) {
            try {
                return OffsetDateTime.parse(left)
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(right).toInstant());
            } catch (DateTimeException e) {
                throw ScimProblem.bad("invalidFilter", "A date and time is expected, not " + right);
            }
        }
    }

    /** The comparison operators. */
    enum Operator {
        EQ,
        NE,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE;

        boolean orders() {
            return this == GT || this == GE || this == LT || this == LE;
        }

        boolean holds(int order, String left, String right) {
            return switch (this) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case CO -> left.contains(right);
                case SW -> left.startsWith(right);
                case EW -> left.endsWith(right);
                case GT -> order > 0;
                case GE -> order >= 0;
                case LT -> order < 0;
                case LE -> order <= 0;
            };
        }
    }
}
