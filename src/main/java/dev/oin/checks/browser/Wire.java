package dev.oin.checks.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what came over the wire as plain maps and lists. */
final class Wire {

    private Wire() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> from, String name) {
        return from.get(name) instanceof Map<?, ?> value ? (Map<String, Object>) value : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Map<String, Object> from, String name) {
        return from.get(name) instanceof List<?> value ? (List<Map<String, Object>>) value : List.of();
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

    /** A {@code network.BytesValue}. */
    static Optional<String> bytesValue(Map<String, Object> value) {
        var content = text(value, "value");
        if (content == null) {
            return Optional.empty();
        }
        return Optional.of("base64".equals(value.get("type")) ? decoded(content) : content);
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
