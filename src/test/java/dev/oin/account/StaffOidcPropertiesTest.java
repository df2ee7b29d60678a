package dev.oin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.oin.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffOidcPropertiesTest {

    private static final Map<StaffRole, List<String>> ROLES =
            Map.of(StaffRole.ANALYST, List.of("a", "b"), StaffRole.LEAD, List.of("b"));

    @Test
    void without_an_issuer_it_is_off_and_asks_for_nothing() {
        assertThat(properties(null, "", "", Set.of("openid"), Map.of()).isOn()).isFalse();
        assertThat(properties("", "", "", Set.of("openid"), Map.of()).isOn()).isFalse();
    }

    @Test
    void groups_give_the_roles_that_name_them() {
        var properties = properties("https://id.example", "oin", "secret", Set.of("openid"), ROLES);

        assertThat(properties.rolesOf(Set.of("a"))).containsExactly(StaffRole.ANALYST);
        assertThat(properties.rolesOf(Set.of("b"))).containsExactlyInAnyOrder(StaffRole.ANALYST, StaffRole.LEAD);
        assertThat(properties.rolesOf(Set.of("A", "analyst", "ANALYST"))).isEmpty();
    }

    @Test
    void the_product_does_not_start_half_configured_and_says_what_is_missing() {
        assertRefused("issuer", () -> properties("http://id.example", "oin", "s", Set.of("openid"), ROLES));
        assertRefused("client-id", () -> properties("https://id.example", " ", "s", Set.of("openid"), ROLES));
        assertRefused("client-secret", () -> properties("https://id.example", "oin", "", Set.of("openid"), ROLES));
        assertRefused("openid", () -> properties("https://id.example", "oin", "s", Set.of("email"), ROLES));
        assertRefused("roles", () -> properties("https://id.example", "oin", "s", Set.of("openid"), Map.of()));
    }

    @Test
    void the_secret_is_not_printed() {
        var properties = properties("https://id.example", "oin", "s3cr3t", Set.of("openid"), ROLES);

        assertThat(properties.toString()).doesNotContain("s3cr3t");
    }

    private static void assertRefused(String named, Runnable made) {
        assertThatIllegalArgumentException()
                .isThrownBy(made::run)
                .withMessageContaining("oin.staff.oidc")
                .withMessageContaining(named);
    }

    private static StaffOidcProperties properties(
            @Nullable String issuer, String id, String secret, Set<String> scopes, Map<StaffRole, List<String>> roles) {
        return new StaffOidcProperties(
                issuer == null ? null : URI.create(issuer),
                id,
                new Secret(secret),
                "ID",
                scopes,
                "groups",
                roles,
                Duration.ofHours(12));
    }
}
