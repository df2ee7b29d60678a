package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.MergePages.Part;
import dev.oin.submission.MergePages.Side;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergePagesTest {

    private static final WizardPage PAGE = WizardPage.CONFIGURATION;

    private final Content base = PageFixture.pages().content();
    private final Content theirs = PageFixture.pages()
            .with("catalog.description", "\"Theirs.\"")
            .with("saml.acs_url", "\"https://theirs.example.com/acs\"")
            .with("oidc.redirect_uris", "[\"https://theirs.example.com/cb\"]")
            .content();

    private final ObjectNode mine = PageFixture.pages()
            .with("catalog.description", "\"Mine.\"")
            .with("catalog.display_name", "\"Mine HR\"")
            .with("oidc.redirect_uris", "[\"https://mine.example.com/cb\"]")
            .configuration();

    @Test
    void says_who_changed_what() {
        assertThat(MergePages.parts(PAGE, base, mine, theirs))
                .extracting(Part::key, Part::side, Part::mine, Part::theirs)
                .containsExactly(
                        tuple("display_name", Side.MINE, "Mine HR", "Example HR"),
                        tuple("description", Side.BOTH, "Mine.", "Theirs."),
                        tuple(
                                "saml.acs_url",
                                Side.THEIRS,
                                "https://app.example.com/acs",
                                "https://theirs.example.com/acs"),
                        tuple(
                                "oidc.redirect_uris",
                                Side.BOTH,
                                "https://mine.example.com/cb",
                                "https://theirs.example.com/cb"));
    }

    @Test
    void brings_both_together_and_takes_what_was_chosen() {
        var merged = MergePages.merged(PAGE, base, mine, theirs, Set.of("description"));

        assertThat(merged.at("/catalog/display_name").asText()).isEqualTo("Mine HR");
        assertThat(merged.at("/catalog/description").asText()).isEqualTo("Theirs.");
        assertThat(merged.at("/saml/acs_url").asText()).isEqualTo("https://theirs.example.com/acs");
        assertThat(merged.at("/oidc/redirect_uris/0").asText()).isEqualTo("https://mine.example.com/cb");
        assertThat(PageShape.check(PAGE, merged).misfits()).isEmpty();
    }

    @Test
    void a_value_that_the_other_took_away_goes() {
        var without =
                PageFixture.pages().with("oidc.initiate_login_uri", "null").content();

        var merged = MergePages.merged(PAGE, base, PageFixture.pages().configuration(), without, Set.of());

        assertThat(merged.at("/oidc").has("initiate_login_uri")).isFalse();
    }

    @Test
    void a_box_that_one_ticked_and_the_other_left_alone_is_ticked() {
        var empty = PageFixture.pages().with("saml_test", "{}").content();
        var saved = PageFixture.pages()
                .with("saml_test", "{\"idp\":false,\"sp\":false}")
                .content();
        var typed = PageFixture.pages()
                .with("saml_test", "{\"idp\":true,\"sp\":false}")
                .testInformation();

        assertThat(MergePages.parts(WizardPage.TEST_INFORMATION, empty, typed, saved))
                .extracting(Part::key, Part::side)
                .containsExactly(tuple("saml_test.idp", Side.MINE));
    }

    @Test
    void the_same_change_by_both_is_nothing_to_ask() {
        var same = PageFixture.pages().with("catalog.description", "\"Same.\"");

        assertThat(MergePages.parts(PAGE, base, same.configuration(), same.content()))
                .isEmpty();
    }
}
