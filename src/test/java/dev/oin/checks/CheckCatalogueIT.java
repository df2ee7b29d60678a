package dev.oin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.AccountFixture;
import dev.oin.storage.database.OinSpringTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CheckCatalogueIT {

    private static final Path PUBLISHED = Path.of("docs", "checks.md");
    private static final Path FRESH = Path.of("target", "checks.md");

    private final List<Suite> suites;

    CheckCatalogueIT(List<Suite> suites) {
        this.suites = suites;
    }

    @Test
    void the_published_page_says_what_the_code_says() throws IOException {
        var fresh = new CataloguePage(suites).text();
        Files.writeString(FRESH, fresh);

        assertThat(PUBLISHED)
                .as("stale: copy %s to %s", FRESH, PUBLISHED)
                .content()
                .isEqualTo(fresh);
    }

    @Test
    void every_check_says_why_it_is_there_and_what_to_change() {
        assertThat(suites).isNotEmpty().flatExtracting(Suite::checks).allSatisfy(check -> {
            assertThat(check.why()).as("why of %s", check.id()).isNotBlank();
            assertThat(check.remedy()).as("remedy of %s", check.id()).isNotBlank();
        });
    }
}
