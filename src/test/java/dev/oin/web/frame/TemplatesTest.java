package dev.oin.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources/templates"), Path.of("src/main/resources/forms/isv"));
    private static final Pattern TAG = Pattern.compile("<\\w+(?:\"[^\"]*\"|[^>\"])*>");

    @ParameterizedTest
    @MethodSource("templates")
    void passes_its_content_as_a_fragment_that_can_be_found(Path template) throws IOException {
        var text = Files.readString(template);

        assertThat(text).doesNotContain("::main");
        if (text.contains("~{::content}")) {
            assertThat(text).contains("th:fragment=\"content\"");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void never_puts_a_condition_on_a_tag_that_is_replaced_because_it_would_be_ignored(Path template)
            throws IOException {
        var ignored = TAG.matcher(Files.readString(template))
                .results()
                .map(tag -> tag.group())
                .filter(tag -> tag.contains("th:replace=") && (tag.contains("th:if=") || tag.contains("th:unless=")))
                .toList();

        assertThat(ignored).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void keeps_script_and_style_out_of_the_markup(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContain(" style=\"", "<script>", " onclick=", "th:utext", "javascript:");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void names_static_files_by_links_that_get_their_version(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContainPattern("[\"'|]/(css|js|webjars|sandbox-assets)/")
                .doesNotContainPattern("(?<!@\\{\\|)(?<!@\\{)/(icons|mark)\\.svg");
    }

    static Stream<Path> templates() throws IOException {
        var found = Stream.<Path>builder();
        for (var folder : FOLDERS) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".html")).forEach(found);
            }
        }
        return found.build();
    }
}
