package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentJsonTest {

    @Test
    void what_was_stored_is_what_is_read() {
        var content = PageFixture.pages().content();

        assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
    }

    @Test
    void equal_content_has_an_equal_hash() {
        var one = PageFixture.pages().content();
        var same = ContentJson.read(ContentJson.write(one));

        assertThat(ContentJson.hash(same)).isEqualTo(ContentJson.hash(one)).hasSize(64);
    }

    @Test
    void each_change_changes_the_hash() {
        var one = ContentJson.hash(PageFixture.pages().content());

        assertThat(ContentJson.hash(PageFixture.pages()
                        .with("catalog.description", "\"Another.\"")
                        .content()))
                .isNotEqualTo(one);
        assertThat(ContentJson.hash(PageFixture.pages()
                        .with("support_contact", "\"other@example.com\"")
                        .content()))
                .isNotEqualTo(one);
        assertThat(ContentJson.hash(PageFixture.pages().content(Set.of(Protocol.SAML))))
                .isNotEqualTo(one);
    }

    @Test
    void a_secret_does_not_touch_the_hash() {
        var one = PageFixture.pages().content();
        var other = PageFixture.pages().with("password", "\"another password\"").content();

        assertThat(ContentJson.hash(other)).isEqualTo(ContentJson.hash(one));
    }

    @Test
    void nothing_and_empty_are_the_same() {
        var without =
                PageFixture.pages().with("catalog.public_support.phone", "null").content();
        var empty = PageFixture.pages()
                .with("catalog.public_support.phone", "\"  \"")
                .content();

        assertThat(ContentJson.hash(empty)).isEqualTo(ContentJson.hash(without));
    }

    @Test
    void sets_have_no_order() {
        var one = PageFixture.pages()
                .with("oidc.scopes", "[\"openid\",\"profile\",\"email\"]")
                .content();
        var other = PageFixture.pages()
                .with("oidc.scopes", "[\"email\",\"openid\",\"profile\"]")
                .with("scim.user_ops", "[\"DEACTIVATE\",\"UPDATE\",\"READ\",\"CREATE\"]")
                .with("scim.group_ops", "[\"DELETE\",\"UPDATE\",\"READ\",\"CREATE\"]")
                .with("scim.objects", "[\"GROUPS\",\"USERS\"]")
                .content();
        var byDefault = PageFixture.pages().with("oidc.scopes", "null").content();

        assertThat(ContentJson.hash(other)).isEqualTo(ContentJson.hash(one)).isEqualTo(ContentJson.hash(byDefault));
    }

    @Test
    void the_order_of_lists_counts() {
        var one = PageFixture.pages()
                .with("oidc.redirect_uris", "[\"https://a.example.com\",\"https://b.example.com\"]")
                .content();
        var other = PageFixture.pages()
                .with("oidc.redirect_uris", "[\"https://b.example.com\",\"https://a.example.com\"]")
                .content();

        assertThat(ContentJson.hash(other)).isNotEqualTo(ContentJson.hash(one));
    }
}
