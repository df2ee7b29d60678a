package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.MergePages.Part;
import dev.oin.submission.MergePages.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
                                "oidc.redirect_uris[0]",
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

    @Test
    void rows_that_only_one_of_them_changed_are_taken_from_both() {
        var base = redirects("a", "b", "c").content();
        var theirs = redirects("a", "b2", "c", "theirs").content();
        var mine = redirects("a2", "b", "mine").configuration();

        assertThat(MergePages.parts(PAGE, base, mine, theirs))
                .extracting(Part::label, Part::side, Part::mine, Part::theirs)
                .containsExactly(
                        tuple("Redirect URIs, row 1", Side.MINE, "https://a2.example.com", "https://a.example.com"),
                        tuple("Redirect URIs, row 2", Side.THEIRS, "https://b.example.com", "https://b2.example.com"),
                        tuple("Redirect URIs, row 3", Side.MINE, "https://mine.example.com", "https://c.example.com"),
                        tuple("Redirect URIs, added row", Side.THEIRS, "", "https://theirs.example.com"));
        assertThat(redirectsOf(MergePages.merged(PAGE, base, mine, theirs, Set.of())))
                .containsExactly("a2", "b2", "mine", "theirs");
    }

    @Test
    void a_row_that_both_changed_is_asked_for_by_its_number() {
        var base = redirects("a", "b").content();
        var theirs = redirects("a", "b2").content();
        var mine = redirects("a", "b3").configuration();

        assertThat(MergePages.parts(PAGE, base, mine, theirs))
                .extracting(Part::key, Part::side)
                .containsExactly(tuple("oidc.redirect_uris[1]", Side.BOTH));
        assertThat(redirectsOf(MergePages.merged(PAGE, base, mine, theirs, Set.of())))
                .containsExactly("a", "b3");
        assertThat(redirectsOf(MergePages.merged(PAGE, base, mine, theirs, Set.of("oidc.redirect_uris[1]"))))
                .containsExactly("a", "b2");
    }

    @Test
    void a_row_that_one_removed_and_the_other_changed_is_asked_for() {
        var base = redirects("a", "b").content();
        var theirs = redirects("a", "b2").content();
        var mine = redirects("a").configuration();

        assertThat(MergePages.parts(PAGE, base, mine, theirs))
                .extracting(Part::key, Part::side, Part::mine, Part::theirs)
                .containsExactly(tuple("oidc.redirect_uris[1]", Side.BOTH, "", "https://b2.example.com"));
        assertThat(redirectsOf(MergePages.merged(PAGE, base, mine, theirs, Set.of())))
                .containsExactly("a");
        assertThat(redirectsOf(MergePages.merged(PAGE, base, mine, theirs, Set.of("oidc.redirect_uris[1]"))))
                .containsExactly("a", "b2");
    }

    @Test
    void the_same_row_added_by_both_stands_once_and_a_row_removed_by_both_is_gone() {
        var base = redirects("a", "b").content();
        var theirs = redirects("a", "new").content();
        var mine = redirects("a", "new").configuration();

        assertThat(MergePages.parts(PAGE, base, mine, theirs)).isEmpty();
        assertThat(redirectsOf(MergePages.merged(PAGE, base, mine, theirs, Set.of())))
                .containsExactly("a", "new");
    }

    @Test
    void a_row_is_known_by_its_name_while_its_other_cells_change() {
        var base = variables("[{\"label\":\"Region\",\"name\":\"region\"},{\"label\":\"Sub\",\"name\":\"sub\"}]");
        var theirs =
                variables("[{\"label\":\"Region\",\"name\":\"region\"},{\"label\":\"Subdomain\",\"name\":\"sub\"}]");
        var mine = variables("[{\"label\":\"Sub\",\"name\":\"sub\"},{\"label\":\"Env\",\"name\":\"env\"}]");

        var merged = MergePages.merged(PAGE, base.content(), mine.configuration(), theirs.content(), Set.of());

        assertThat(MergePages.parts(PAGE, base.content(), mine.configuration(), theirs.content()))
                .extracting(Part::label, Part::side)
                .containsExactly(
                        tuple("Integration variables, row 1", Side.MINE),
                        tuple("Integration variables, row 2", Side.THEIRS),
                        tuple("Integration variables, added row", Side.MINE));
        assertThat(merged.at("/variables").toString())
                .isEqualTo("[{\"label\":\"Subdomain\",\"name\":\"sub\"},{\"label\":\"Env\",\"name\":\"env\"}]");
    }

    @Test
    void what_was_typed_into_another_row_and_cannot_be_stored_is_kept_for_its_message() {
        var base = PageFixture.pages().with("saml.acs_endpoints", "[{\"url\":\"https://a.example.com\",\"index\":1}]");
        var theirs = PageFixture.pages()
                .with(
                        "saml.acs_endpoints",
                        "[{\"url\":\"https://a.example.com\",\"index\":1},{\"url\":\"https://b.example.com\",\"index\":2}]");
        var mine = PageFixture.pages()
                .with("saml.acs_endpoints", "[{\"url\":\"https://a.example.com\",\"index\":\"one\"}]")
                .configuration();

        var merged = MergePages.merged(PAGE, base.content(), mine, theirs.content(), Set.of());

        assertThat(merged.at("/saml/acs_endpoints").toString()).contains("\"one\"", "https://b.example.com");
    }

    private static PageFixture redirects(String... hosts) {
        return PageFixture.pages()
                .with(
                        "oidc.redirect_uris",
                        Arrays.stream(hosts)
                                .map("\"https://%s.example.com\""::formatted)
                                .collect(Collectors.joining(",", "[", "]")));
    }

    private static List<String> redirectsOf(ObjectNode page) {
        var hosts = new ArrayList<String>();
        page.at("/oidc/redirect_uris")
                .forEach(uri -> hosts.add(uri.asText().replaceAll("https://|\\.example\\.com", "")));
        return hosts;
    }

    private static PageFixture variables(String rows) {
        return PageFixture.pages().with("variables", rows);
    }
}
