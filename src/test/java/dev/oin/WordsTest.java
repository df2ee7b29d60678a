package dev.oin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word per thing everywhere, as its page is called. */
class WordsTest {

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern OTHER = Pattern.compile("(?i)organis");

    @Test
    void readers_meet_organizations_in_one_spelling() {
        var messages = files(Path.of("src/main/java"), ".java")
                .flatMap(file -> read(file).lines())
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                .flatMap(line -> LITERAL.matcher(line).results())
                .map(literal -> literal.group());
        var pages = Stream.of("templates", "forms", "static")
                .map(folder -> Path.of("src/main/resources", folder))
                .flatMap(folder -> Stream.of(".html", ".js").flatMap(ending -> files(folder, ending)))
                .flatMap(file -> read(file).lines());

        assertThat(Stream.concat(messages, pages)
                        .filter(text -> OTHER.matcher(text).find()))
                .isEmpty();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending)).toList().stream();
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
