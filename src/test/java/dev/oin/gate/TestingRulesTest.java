package dev.oin.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of testing-rules 2, 3, 4.2, 7 and 8 is named in {@code docs/testing-rules.md} together with the test that proves it, and that test exists. */
class TestingRulesTest {

    private static final Path TABLE = Path.of("docs/testing-rules.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]+-\\S+) \\| .*? \\| `(\\w+)\\.(\\w+)` \\|$");
    private static final int EDGE_CASES = 15;
    private static final int GATES = 22;
    private static final int ELIGIBILITY = 10;
    private static final int FLOWS = 6;
    private static final int INSTANCES = 8;
    private static final int COMBINED = 5;
    private static final int EFFECTS = 9;

    private record Row(String id, String type, String method) {}

    @Test
    void each_rule_has_a_row() {
        assertThat(rows()).extracting(Row::id).containsExactlyElementsOf(rules());
    }

    @Test
    void each_row_names_a_test_that_exists() {
        assertThat(rows())
                .allSatisfy(row ->
                        assertThat(source(row.type())).as(row.id()).containsPattern("void " + row.method() + "\\("));
    }

    private static List<String> rules() {
        var rules = new ArrayList<String>();
        numbered(rules, "IN", INSTANCES);
        numbered(rules, "CB", COMBINED);
        numbered(rules, "EL", ELIGIBILITY);
        numbered(rules, "EF", EFFECTS);
        numbered(rules, "CA", FLOWS);
        for (var gate = 1; gate <= GATES; gate++) {
            rules.add("G-%02d".formatted(gate));
        }
        numbered(rules, "EC", EDGE_CASES);
        return rules;
    }

    private static void numbered(List<String> rules, String prefix, int count) {
        for (var number = 1; number <= count; number++) {
            rules.add(prefix + '-' + number);
        }
    }

    private static List<Row> rows() {
        return ROW.matcher(read(TABLE))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    private static String source(String type) {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.endsWith(type + ".java"))
                    .findFirst()
                    .map(TestingRulesTest::read)
                    .orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
