package dev.oin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.egress.Call;
import dev.oin.egress.Reply;
import dev.oin.submission.PrefillDocuments.Found;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PrefillTest {

    private static final String CLIENT = """
            {"client_name":"Acme","client_uri":"https://acme.example","redirect_uris":["https://acme.example/cb"],
             "initiate_login_uri":"https://acme.example/start","scope":"openid email groups offline_access",
             "client_secret":"canary-secret","application_type":"web"}""";
    private static final String CONFIG = """
            {"patch":{"supported":true},"changePassword":{"supported":false},
             "authenticationSchemes":[{"type":"oauthbearertoken","name":"Bearer"}]}""";
    private static final String TYPES = "{\"Resources\":[{\"name\":\"User\"},{\"name\":\"Group\"}]}";

    private final PrefillDocuments documents =
            new PrefillDocuments(new StaticListableBeanFactory().getBeanProvider(MetadataReader.class));

    @Test
    void an_openid_connect_client_s_settings_become_values_without_its_secret() {
        var values = values(documents.read(Prefill.Source.OIDC_CLIENT, bytes(CLIENT)));

        assertThat(values.keySet())
                .containsExactly(
                        "display_name", "app_website", "oidc.redirect_uris", "oidc.initiate_login_uri", "oidc.scopes");
        assertThat(values.get("oidc.scopes").toString()).isEqualTo("[\"openid\",\"email\"]");
        assertThat(values.toString()).doesNotContain("canary-secret");
    }

    @Test
    void a_scim_server_tells_what_it_can_do() {
        var values = values(documents.scim("https://acme.example/scim/v2", bytes(CONFIG), bytes(TYPES)));

        assertThat(values.get("scim.objects").toString()).isEqualTo("[\"USERS\",\"GROUPS\"]");
        assertThat(values.get("scim.auth_mode").asText()).isEqualTo("BEARER");
        assertThat(values.get("scim.user_ops").toString())
                .contains("PATCH_USER")
                .doesNotContain("CHANGE_PASSWORD");
        assertThat(values(documents.scim("https://acme.example", bytes(CONFIG), new byte[0]))
                        .get("scim.objects")
                        .toString())
                .isEqualTo("[\"USERS\"]");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_json_is_refused_or_harmless(String document) {
        var started = System.nanoTime();

        var found = documents.read(Prefill.Source.OIDC_CLIENT, bytes(document));

        assertThat(found)
                .satisfiesAnyOf(
                        refused -> assertThat(refused).isInstanceOf(Found.Unreadable.class),
                        nothing -> assertThat(nothing).isEqualTo(new Found.Values(Map.of())));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "null",
                "[]",
                "<xml/>",
                "{",
                CLIENT + CLIENT,
                "{\"client_name\":\"a\",\"client_name\":\"b\"}",
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "{\"redirect_uris\":\"https://acme.example\"}",
                "{\"redirect_uris\":[{\"a\":1}],\"client_name\":5,\"scope\":[\"openid\"]}",
                "{\"client_name\":\"" + "x".repeat(9_000) + "\"}",
                "{\"client_name\":1" + "0".repeat(500) + "}",
                "{\"application_type\":\"native\",\"redirect_uris\":[\"https://acme.example\"]}",
                "{\"@type\":\"java.lang.Runtime\"}");
    }

    @Test
    void only_the_address_rules_decide_what_is_fetched_and_redirects_are_not_followed() {
        var calls = new ArrayList<Call>();
        var prefill = prefill(calls, new Reply.Refused("Use a host that is reachable on the public internet."));

        var reading = prefill.fetch(null, Prefill.Source.OIDC_CLIENT, "https://169.254.169.254/latest");

        assertThat(reading)
                .isEqualTo(new Prefill.Reading.Refused("Use a host that is reachable on the public internet."));
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.redirects()).isZero();
            assertThat(call.timeout()).isLessThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(call.headers()).extracting(header -> header.name()).containsExactly("Accept");
        });
    }

    @Test
    void a_long_answer_an_error_and_silence_are_refused() {
        var url = URI.create("https://acme.example");
        for (var reply : List.of(
                new Reply.Answered(url, 200, List.of(), new byte[Prefill.MOST_BYTES + 1], false, Duration.ZERO),
                new Reply.Answered(url, 200, List.of(), bytes("{}"), true, Duration.ZERO),
                new Reply.Answered(url, 404, List.of(), bytes(CLIENT), false, Duration.ZERO),
                new Reply.Answered(url, 302, List.of(), bytes(CLIENT), false, Duration.ZERO),
                new Reply.Unreachable("slow", true))) {
            assertThat(prefill(new ArrayList<>(), reply).fetch(null, Prefill.Source.OIDC_CLIENT, url.toString()))
                    .as(reply.toString())
                    .isInstanceOf(Prefill.Reading.Refused.class);
        }
    }

    @Test
    void a_pasted_document_that_is_too_long_is_not_parsed() {
        assertThat(prefill(new ArrayList<>(), new Reply.Refused(""))
                        .read(null, Prefill.Source.SAML_METADATA, "x".repeat(Prefill.MOST_BYTES + 1)))
                .isInstanceOf(Prefill.Reading.Refused.class);
    }

    private Prefill prefill(List<Call> calls, Reply reply) {
        return new Prefill(
                documents,
                (call, capture) -> {
                    calls.add(call);
                    return reply;
                },
                null);
    }

    private static Map<String, JsonNode> values(Found found) {
        return ((Found.Values) found).byKey();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
