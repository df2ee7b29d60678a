package dev.oin.submission.expression;

import java.util.List;

/**
 * A function of a dialect.
 *
 * @param name as it is written, with its prefix
 * @param parameters the types of the values it takes at least
 * @param step how many values more it takes at a time; 0 where it takes no more
 */
record Function(String name, List<Type> parameters, int step, Type result, Body body) {

    /** What the function does. */
    interface Body {
        Datum of(Arguments given);
    }

    /** The values that a function was given. */
    record Arguments(List<Datum> values, Work work) {

        /** The value as text; what is unset is empty. */
        String text(int index) {
            return values.get(index).text();
        }

        int number(int index) {
            return switch (values.get(index)) {
                case Datum.Number(var value) -> (int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
                case Datum other -> throw new IllegalStateException("Not a number: " + other);
            };
        }
    }

    boolean takes(int count) {
        return count == parameters.size()
                || step > 0 && count > parameters.size() && (count - parameters.size()) % step == 0;
    }

    Type parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** How many values it takes, in words. */
    String arity() {
        return switch (step) {
            case 0 -> parameters.size() == 1 ? "1 value" : parameters.size() + " values";
            case 1 -> "at least " + parameters.size() + " values";
            default -> "a text, a default, and a result for each key";
        };
    }
}
