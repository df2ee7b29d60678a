package dev.oin.submission.expression;

import java.util.List;

/** A value while an expression is evaluated. */
sealed interface Datum {

    Datum UNSET = new Unset();

    record Text(String value) implements Datum {}

    record Number(long value) implements Datum {}

    record Truth(boolean value) implements Datum {}

    record Texts(List<String> values) implements Datum {

        public Texts {
            values = List.copyOf(values);
        }
    }

    record Unset() implements Datum {}

    /** As it appears in the result; what is unset is empty. */
    default String text() {
        return switch (this) {
            case Text(var value) -> value;
            case Number(var value) -> Long.toString(value);
            case Truth(var value) -> Boolean.toString(value);
            case Texts texts -> throw new IllegalStateException("A list has no text");
            case Unset unset -> "";
        };
    }
}
