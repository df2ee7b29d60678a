package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every transition of review-process 2 is documented and walked by a test that carries its id as a tag. */
class TransitionsTest {

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(T\\d+)\"\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (T\\d+) \\|");
    private static final Set<String> ALL = IntStream.rangeClosed(1, 20)
            .mapToObj(number -> "T" + number)
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void each_has_a_test() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var tagged = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> found(TAG, file).stream())
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(tagged).isEqualTo(ALL);
        }
    }

    @Test
    void each_is_documented() {
        assertThat(found(ROW, Path.of("docs/review.md"))).isEqualTo(ALL);
    }

    private static Set<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
