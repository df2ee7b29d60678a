package dev.oin.checks.browser;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what came over the wire as plain maps and lists. */
final class Wire {

    private Wire() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> from, String name) {
        return from.get(name) instanceof Map<?, ?> value ? (Map<String, Object>) value : Map.of();
    }

    static @Nullable String text(Map<String, Object> from, String name) {
        return from.get(name) instanceof String value ? value : null;
    }

    static String required(Map<String, Object> from, String name) {
        var value = text(from, name);
        if (value == null) {
            throw new IllegalStateException("The browser's answer has no " + name + ": " + from.keySet());
        }
        return value;
    }

    static long number(Map<String, Object> from, String name) {
        return from.get(name) instanceof Number value ? value.longValue() : 0;
    }

    static double decimal(Map<String, Object> from, String name) {
        return from.get(name) instanceof Number value ? value.doubleValue() : 0;
    }

    /** A time in seconds, to the microsecond. */
    static Duration seconds(Map<String, Object> from, String name) {
        return Duration.of(Math.round(decimal(from, name) * 1_000_000), ChronoUnit.MICROS);
    }
}
