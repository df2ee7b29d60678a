package dev.oin.vault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text as it is written, and as it reads each time a layer of escapes is taken off; a look at these is cheap, where one for all spellings is not. */
record Readings(List<String> layers) {

    private static final int MOST_LAYERS = 5;
    private static final int LONGEST_ENTITY = 10;
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    static Readings of(String text) {
        var layers = new ArrayList<>(List.of(text));
        while (layers.size() < MOST_LAYERS) {
            var next = new Unescaped(layers.getLast()).text();
            if (next.equals(layers.getLast())) {
                break;
            }
            layers.add(next);
        }
        return new Readings(List.copyOf(layers));
    }

    /** Whether the other text is written here in any of its spellings; rarely yes where it is not. */
    boolean mayHold(Readings other) {
        return layers.stream().anyMatch(layer -> other.layers().stream().anyMatch(layer::contains));
    }

    /** One layer less. */
    private static final class Unescaped {

        private final String text;
        private final StringBuilder plain;
        private int at;

        private Unescaped(String text) {
            this.text = text;
            this.plain = new StringBuilder(text.length());
        }

        String text() {
            while (at < text.length()) {
                switch (text.charAt(at)) {
                    case '%' -> percent();
                    case '\\' -> backslashes();
                    case '&' -> entity();
                    case '+' -> take(1, " ");
                    default -> take(1, text.substring(at, at + 1));
                }
            }
            return plain.toString();
        }

        private void take(int length, String meaning) {
            plain.append(meaning);
            at += length;
        }

        private void percent() {
            var bytes = new ByteArrayOutputStream();
            int end = at;
            while (end < text.length() && text.charAt(end) == '%' && hex(end + 1, 2) >= 0) {
                bytes.write(hex(end + 1, 2));
                end += 3;
            }
            if (end == at) {
                take(1, "%");
            } else {
                take(end - at, bytes.toString(StandardCharsets.UTF_8));
            }
        }

        private void backslashes() {
            int end = at;
            while (end < text.length() && text.charAt(end) == '\\') {
                end++;
            }
            var unit = end < text.length() && Character.toLowerCase(text.charAt(end)) == 'u' ? hex(end + 1, 4) : -1;
            if (unit >= 0) {
                take(end + 5 - at, Character.toString((char) unit));
            } else {
                take(end - at, "");
            }
        }

        private void entity() {
            int end = text.indexOf(';', at);
            var meaning = end < 0 || end - at > LONGEST_ENTITY ? null : meaning(text.substring(at + 1, end));
            if (meaning == null) {
                take(1, "&");
            } else {
                take(end + 1 - at, meaning);
            }
        }

        private static @Nullable String meaning(String entity) {
            var name = entity.toLowerCase(Locale.ROOT);
            if (!name.startsWith("#")) {
                return NAMED.get(name);
            }
            try {
                var letter = name.startsWith("#x")
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
                return Character.isValidCodePoint(letter) ? Character.toString(letter) : null;
            } catch (NumberFormatException none) {
                return null;
            }
        }

        /** The number of so many hexadecimal digits; negative where they are not there. */
        private int hex(int from, int digits) {
            int number = from + digits <= text.length() ? 0 : -1;
            for (int index = from; number >= 0 && index < from + digits; index++) {
                int digit = Character.digit(text.charAt(index), 16);
                number = digit < 0 ? -1 : number * 16 + digit;
            }
            return number;
        }
    }
}
