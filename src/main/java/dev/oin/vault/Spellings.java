package dev.oin.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways in which addresses, forms, JSON and pages write a text, as a regular expression. */
final class Spellings {

    private static final Map<Integer, String> NAMED = Map.of(
            (int) '&',
            "|&amp;",
            (int) '<',
            "|&lt;",
            (int) '>',
            "|&gt;",
            (int) '"',
            "|&quot;",
            (int) '\'',
            "|&apos;",
            (int) ' ',
            "|\\+");

    private Spellings() {}

    static String of(String text) {
        return text.codePoints().mapToObj(Spellings::letter).collect(Collectors.joining());
    }

    private static String letter(int letter) {
        var plain = Character.toString(letter);
        var percent =
                HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8)).replaceAll("..", "%$0");
        var units = plain.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining());
        return "(?:\\\\*%s|(?i:%s|%s|&#%d;|&#x0*%x;)%s)"
                .formatted(Pattern.quote(plain), percent, units, letter, letter, NAMED.getOrDefault(letter, ""));
    }
}
