package dev.oin.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the theme's own file, so that a colour that is changed is also measured. */
class ThemeContrastTest {

    private static final double TEXT = 4.5;
    private static final double EDGE = 3.0;
    private static final List<String> GROUNDS = List.of("canvas", "surface", "sunken");
    private static final List<String> TONES = List.of("neutral", "turn", "team", "run", "good", "bad", "ours");
    private static final Pattern TOKEN = Pattern.compile("--oin-([a-z0-9-]+):\\s*#([0-9a-f]{6});");

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("pairs")
    void stands_out_enough(String theme, String front, String ground, double least) {
        var colours = colours(theme);

        var contrast = contrast(colours.get(front), colours.get(ground));

        assertThat(contrast)
                .as("%s on %s in the %s theme", front, ground, theme)
                .isGreaterThanOrEqualTo(least);
    }

    static Stream<Object[]> pairs() {
        return Stream.of("light", "dark").flatMap(theme -> pairsOf(theme).stream());
    }

    private static List<Object[]> pairsOf(String theme) {
        var pairs = new ArrayList<Object[]>();
        for (var ground : GROUNDS) {
            for (var text : List.of("text", "muted", "primary", "primary-hover")) {
                pairs.add(new Object[] {theme, text, ground, TEXT});
            }
            pairs.add(new Object[] {theme, "control", ground, EDGE});
        }
        for (var tone : TONES) {
            pairs.add(new Object[] {theme, tone, tone + "-tint", TEXT});
            pairs.add(new Object[] {theme, tone, "canvas", TEXT});
            pairs.add(new Object[] {theme, tone, "surface", TEXT});
            pairs.add(new Object[] {theme, "primary", tone + "-tint", EDGE});
        }
        pairs.add(new Object[] {theme, "on-primary", "primary", TEXT});
        pairs.add(new Object[] {theme, "on-primary", "primary-hover", TEXT});
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("themes")
    void a_numbers_badge_stands_out_from_every_heat(String theme) {
        var colours = colours(theme);

        var badge = contrast(colours.get("text"), colours.get("surface"));
        var steps = IntStream.range(1, 5)
                .mapToDouble(
                        step -> luminance(colours.get("heat-" + (step + 1))) - luminance(colours.get("heat-" + step)))
                .toArray();

        assertThat(badge).isGreaterThanOrEqualTo(TEXT);
        assertThat(steps)
                .as("each heat differs from the one before, in one direction")
                .satisfies(all -> {
                    var signs = java.util.Arrays.stream(all)
                            .map(Math::signum)
                            .distinct()
                            .toArray();
                    assertThat(signs).hasSize(1);
                });
    }

    static Stream<String> themes() {
        return Stream.of("light", "dark");
    }

    private static Map<String, double[]> colours(String theme) {
        var css = read("/static/css/oin.css");
        var start = css.indexOf(
                theme.equals("light") ? ":root,\n[data-bs-theme=\"light\"] {" : "\n[data-bs-theme=\"dark\"] {");
        var found = new HashMap<String, double[]>();
        var matcher = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
        while (matcher.find()) {
            found.put(matcher.group(1), rgb(matcher.group(2)));
        }
        return found;
    }

    private static String read(String path) {
        try (InputStream in = ThemeContrastTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static double[] rgb(String hex) {
        return IntStream.of(0, 2, 4)
                .mapToDouble(at -> Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0)
                .toArray();
    }

    /** WCAG 2.2, relative luminance and contrast ratio. */
    private static double luminance(double[] rgb) {
        var linear = java.util.Arrays.stream(rgb)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double contrast(double[] one, double[] other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }
}
