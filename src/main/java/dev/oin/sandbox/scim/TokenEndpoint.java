package dev.oin.sandbox.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.sandbox.scim.OauthTokens.ClientAuthentication;
import dev.oin.sandbox.scim.TokenAnswer.Denied;
import dev.oin.sandbox.scim.TokenAnswer.Failed;
import dev.oin.sandbox.scim.TokenAnswer.Granted;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks an app's token endpoint (RFC 6749, sections 4.1.3 and 6); never recorded, because all that goes over it is secret. */
@Component
class TokenEndpoint {

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final Clock clock;

    TokenEndpoint(GuardedHttp http, ObjectMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    /** Redeems a code. Servers must take Basic; one that does not know the client that way is asked with the secret in the form. */
    TokenAnswer redeem(OauthApp app, String code, String verifier, URI redirectUri) {
        var form = form("authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri.toString());
        form.put("code_verifier", verifier);
        var answer = ask(app, ClientAuthentication.BASIC, form);
        return answer instanceof Denied(var error, var description) && error.equals("invalid_client")
                ? ask(app, ClientAuthentication.POST, form)
                : answer;
    }

    /** Asks for a new access token. */
    TokenAnswer refresh(OauthApp app, OauthTokens held, String refreshToken) {
        var form = form("refresh_token");
        form.put("refresh_token", refreshToken);
        var answer = ask(app, held.client(), form);
        return answer instanceof Granted(var tokens) ? new Granted(tokens.after(held)) : answer;
    }

    private static Map<String, String> form(String grant) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", grant);
        return form;
    }

    private TokenAnswer ask(OauthApp app, ClientAuthentication how, Map<String, String> form) {
        var call = Call.of("POST", app.tokenEndpoint())
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Accept", "application/json");
        var sent = new LinkedHashMap<>(form);
        switch (how) {
            case BASIC -> call = call.with("Authorization", basic(app));
            case POST -> {
                sent.put("client_id", app.clientId());
                sent.put("client_secret", app.clientSecret().reveal());
            }
        }
        return switch (http.send(call.body(encoded(sent)))) {
            case Reply.Refused(var reason) -> new Failed(reason);
            case Reply.Unreachable(var reason, var late) -> new Failed(reason);
            case Reply.Answered answered -> read(answered, how);
        };
    }

    private TokenAnswer read(Reply.Answered answered, ClientAuthentication how) {
        var body = parsed(answered.text());
        var access = body.path("access_token").asText("");
        var error = body.path("error").asText("");
        if (!error.isEmpty()) {
            return new Denied(error, body.path("error_description").asText(""));
        }
        if (answered.status() == 401) {
            return new Denied("invalid_client", "");
        }
        if (answered.status() / 100 != 2 || access.isEmpty()) {
            return new Failed("The token endpoint answered with status %d and without an access token."
                    .formatted(answered.status()));
        }
        var type = body.path("token_type").asText("Bearer");
        return type.equalsIgnoreCase("Bearer")
                ? new Granted(new OauthTokens(access, refresh(body), expiry(body), how))
                : new Failed("The token endpoint issued a token of the type " + type + "; it must be Bearer.");
    }

    private static @Nullable String refresh(JsonNode body) {
        var token = body.path("refresh_token").asText("");
        return token.isEmpty() ? null : token;
    }

    /** Some servers write the seconds as a text. */
    private @Nullable Instant expiry(JsonNode body) {
        var seconds = body.path("expires_in").asLong(0);
        return seconds > 0 ? clock.instant().plusSeconds(seconds) : null;
    }

    private JsonNode parsed(String text) {
        try {
            var body = json.readTree(text);
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String basic(OauthApp app) {
        var pair = encoded(app.clientId()) + ':' + encoded(app.clientSecret().reveal());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
