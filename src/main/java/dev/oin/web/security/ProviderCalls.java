package dev.oin.web.security;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.util.Resource;
import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.stereotype.Component;

/** The product's own calls to the team's provider, by the one guarded way: a private address must be allowed like any other. */
@Component
class ProviderCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final GuardedHttp http;

    ProviderCalls(GuardedHttp http) {
        this.http = http;
    }

    /** The discovery document (OpenID Connect Discovery 4). */
    Map<String, Object> description(URI issuer) {
        var base = issuer.toString().replaceFirst("/$", "");
        var document = members(get(URI.create(base + "/.well-known/openid-configuration")));
        if (!issuer.toString().equals(document.get("issuer"))) {
            throw new InternalAuthenticationServiceException(
                    "The discovery document names the issuer %s, configured is %s"
                            .formatted(document.get("issuer"), issuer));
        }
        return document;
    }

    /** The provider's keys. */
    Resource keys(URI address) throws IOException {
        try {
            return new Resource(get(address).text(), MediaType.APPLICATION_JSON_VALUE);
        } catch (InternalAuthenticationServiceException unreachable) {
            throw new IOException("No keys at " + address, unreachable);
        }
    }

    /** What the provider says about whom the token is for. */
    Map<String, Object> userInfo(URI address, String accessToken) {
        return members(answered(Call.get(address)
                .with("Authorization", "Bearer " + accessToken)
                .with("Accept", MediaType.APPLICATION_JSON_VALUE)));
    }

    /** Redeems the code (RFC 6749, 4.1.3, with RFC 7636). */
    OAuth2AccessTokenResponse tokens(OAuth2AuthorizationCodeGrantRequest grant) {
        var client = grant.getClientRegistration();
        var asked = grant.getAuthorizationExchange().getAuthorizationRequest();
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", grant.getGrantType().getValue());
        form.put(
                "code",
                grant.getAuthorizationExchange().getAuthorizationResponse().getCode());
        form.put("redirect_uri", asked.getRedirectUri());
        form.put("code_verifier", asked.getAttribute(PkceParameterNames.CODE_VERIFIER));
        var call = Call.of("POST", URI.create(client.getProviderDetails().getTokenUri()))
                .with("Accept", MediaType.APPLICATION_JSON_VALUE)
                .with("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        var answer = answered(identified(call, client, form).within(PATIENCE));
        if (answer.status() != 200) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        return new DefaultMapOAuth2AccessTokenResponseConverter().convert(members(answer));
    }

    private static Call identified(Call call, ClientRegistration client, Map<String, String> form) {
        if (ClientAuthenticationMethod.CLIENT_SECRET_POST.equals(client.getClientAuthenticationMethod())) {
            form.put("client_id", client.getClientId());
            form.put("client_secret", client.getClientSecret());
            return call.body(encoded(form));
        }
        var credentials = encoded(client.getClientId()) + ":" + encoded(client.getClientSecret());
        return call.with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .body(encoded(form));
    }

    private Reply.Answered get(URI address) {
        var answer = answered(Call.get(address).with("Accept", MediaType.APPLICATION_JSON_VALUE));
        if (answer.status() != 200) {
            throw new InternalAuthenticationServiceException(address + " answers with status " + answer.status());
        }
        return answer;
    }

    private Reply.Answered answered(Call call) {
        return switch (http.send(call.within(PATIENCE))) {
            case Reply.Answered answered -> answered;
            case Reply.Refused(var reason) ->
                throw new InternalAuthenticationServiceException(
                        "%s may not be called: %s If it is yours, allow it in oin.egress.allow."
                                .formatted(call.url(), reason));
            case Reply.Unreachable(var reason, var timedOut) ->
                throw new InternalAuthenticationServiceException("No answer from %s: %s".formatted(call.url(), reason));
        };
    }

    private static Map<String, Object> members(Reply.Answered answer) {
        try {
            if (answer.status() == 200 && !answer.truncated()) {
                return JSON.readValue(answer.body(), MEMBERS);
            }
            throw new InternalAuthenticationServiceException(answer.url() + " answers with status " + answer.status());
        } catch (IOException notJson) {
            throw new InternalAuthenticationServiceException(answer.url() + " answers with no JSON object", notJson);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
