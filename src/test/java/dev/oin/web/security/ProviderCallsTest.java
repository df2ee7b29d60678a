package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.InternalAuthenticationServiceException;

class ProviderCallsTest {

    private static final URI ISSUER = URI.create("https://id.example/tenant/");

    private final List<Call> made = new ArrayList<>();

    @Test
    void the_description_stands_under_the_issuer_and_names_it_to_the_letter() {
        var calls = answering(200, "{\"issuer\":\"https://id.example/tenant/\"}");

        assertThat(calls.description(ISSUER)).containsEntry("issuer", ISSUER.toString());
        assertThat(made.getFirst().url()).hasToString("https://id.example/tenant/.well-known/openid-configuration");
        assertThat(made.getFirst().redirects()).isZero();
    }

    @Test
    void the_description_of_another_issuer_is_refused() {
        var calls = answering(200, "{\"issuer\":\"https://id.example/another\"}");

        assertThatExceptionOfType(InternalAuthenticationServiceException.class)
                .isThrownBy(() -> calls.description(ISSUER))
                .withMessageContainingAll("https://id.example/another", ISSUER.toString());
    }

    @Test
    void an_address_that_may_not_be_called_is_said_with_the_setting() {
        var calls = new ProviderCalls(replying(new Reply.Refused("The address is private.")));

        assertThatExceptionOfType(InternalAuthenticationServiceException.class)
                .isThrownBy(() -> calls.description(ISSUER))
                .withMessageContainingAll("The address is private.", "oin.egress.allow");
    }

    @Test
    void no_answer_no_json_and_an_error_are_trouble_of_the_provider() {
        for (var calls : List.of(
                new ProviderCalls(replying(new Reply.Unreachable("refused", false))),
                answering(200, "<html>"),
                answering(503, "{}"))) {
            assertThatExceptionOfType(InternalAuthenticationServiceException.class)
                    .isThrownBy(() -> calls.description(ISSUER));
            assertThatExceptionOfType(InternalAuthenticationServiceException.class)
                    .isThrownBy(() -> calls.userInfo(URI.create("https://id.example/me"), "token"));
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> answering(500, "").keys(URI.create("https://id.example/keys")));
    }

    private ProviderCalls answering(int status, String body) {
        return new ProviderCalls(replying(new Reply.Answered(
                ISSUER, status, List.of(), body.getBytes(StandardCharsets.UTF_8), false, Duration.ZERO)));
    }

    private GuardedHttp replying(Reply reply) {
        return (call, capture) -> {
            made.add(call);
            return reply;
        };
    }
}
