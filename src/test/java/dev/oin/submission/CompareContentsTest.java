package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.oin.kernel.Protocol;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompareContentsTest {

    private static final String A_AND_B =
            "[{\"name\":\"a\",\"values\":\"user.email\"},{\"name\":\"b\",\"values\":\"user.login\"}]";
    private static final String B_AND_A =
            "[{\"name\":\"b\",\"values\":\"user.login\"},{\"name\":\"a\",\"values\":\"user.email\"}]";
    private static final String ONLY_B = "[{\"name\":\"b\",\"values\":\"user.firstName\"}]";

    @Test
    void the_same_is_no_difference() {
        assertThat(CompareContents.between(
                        PageFixture.pages().content(), PageFixture.pages().content()))
                .isEmpty();
    }

    @Test
    void rows_are_matched_by_their_name_wherever_they_stand() {
        var before = PageFixture.pages().with("saml.attributes", A_AND_B).content();

        assertThat(CompareContents.between(
                        before,
                        PageFixture.pages().with("saml.attributes", B_AND_A).content()))
                .isEmpty();
        assertThat(CompareContents.between(
                        before,
                        PageFixture.pages().with("saml.attributes", ONLY_B).content()))
                .extracting(Difference::field, Difference::before, Difference::after)
                .containsExactly(
                        tuple("saml.attributes[a].name", "a", ""),
                        tuple("saml.attributes[b].values", "user.login", "user.firstName"),
                        tuple("saml.attributes[a].values", "user.email", ""));
    }

    @Test
    void a_plain_value_that_was_changed_is_one_difference_and_one_more_is_another() {
        var before = PageFixture.pages()
                .with("oidc.redirect_uris", "[\"https://a.example.com\",\"https://b.example.com\"]")
                .content();
        var after = PageFixture.pages()
                .with(
                        "oidc.redirect_uris",
                        "[\"https://b.example.com\",\"https://c.example.com\",\"https://d.example.com\"]")
                .content();

        assertThat(CompareContents.between(before, after))
                .extracting(Difference::label, Difference::before, Difference::after)
                .containsExactlyInAnyOrder(
                        tuple("Redirect URI", "https://a.example.com", "https://c.example.com"),
                        tuple("Redirect URI", "", "https://d.example.com"));
    }

    @Test
    void differences_come_in_the_order_of_the_pages_with_the_words_of_the_form() {
        var before = PageFixture.pages().content();
        var after = PageFixture.pages()
                .with("username", "\"other\"")
                .with("saml.config_guide_url", "\"https://docs.example.com/new\"")
                .with("catalog.use_cases", "[\"Automation\",\"Zero Trust\"]")
                .content(Set.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM));

        assertThat(CompareContents.between(before, after))
                .extracting(Difference::label, Difference::after)
                .containsExactly(
                        tuple("Protocols", "OIDC, SAML, SCIM"),
                        tuple("Use cases", "Automation, Zero Trust"),
                        tuple("Configuration guide URL, SAML properties", "https://docs.example.com/new"),
                        tuple("Username", "other"));
    }

    @Test
    void two_rows_of_the_same_name_are_told_apart() {
        var twice = PageFixture.pages()
                .with("saml.attributes", "[{\"name\":\"a\",\"values\":\"x\"},{\"name\":\"a\",\"values\":\"y\"}]")
                .content();

        assertThat(CompareContents.between(
                        PageFixture.pages().with("saml.attributes", "[]").content(), twice))
                .extracting(Difference::field)
                .contains("saml.attributes[a].values", "saml.attributes[a #2].values");
    }
}
