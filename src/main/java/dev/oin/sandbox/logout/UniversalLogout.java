package dev.oin.sandbox.logout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.egress.Call;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.submission.Configuration.SubjectFormat;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks an app to end all sessions of one person (Global Token Revocation). */
@Component
public class UniversalLogout {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final GuardedHttp http;
    private final LogoutTokens tokens;
    private final SandboxAddresses addresses;
    private final ObjectMapper json;

    UniversalLogout(GuardedHttp http, LogoutTokens tokens, SandboxAddresses addresses, ObjectMapper json) {
        this.http = http;
        this.tokens = tokens;
        this.addresses = addresses;
        this.json = json;
    }

    /** Where the instance's app takes revocations; empty where it takes none. */
    public static Optional<URI> endpoint(Instance instance) {
        var logout = instance.app().logout();
        return logout == null ? Optional.empty() : Optional.of(URI.create(logout.endpoint()));
    }

    /** Makes the call for the person, in the format that the app declares. */
    public Reply revoke(Instance instance, URI endpoint, Person person, Capture capture) {
        var token = tokens.signed(tokens.of(instance, endpoint), instance);
        return send(call(endpoint, token, body(subject(instance, person))), capture);
    }

    /** The person as the app is told of it; the NameID that SAML apps know is the address unless the instance says otherwise. */
    public Map<String, Object> subject(Instance instance, Person person) {
        var logout = instance.app().logout();
        if (logout == null || logout.subjectFormat() == SubjectFormat.EMAIL) {
            return email(person.email());
        }
        var name = instance.app().oidc() == null ? person.email() : person.id().toString();
        return Map.of("format", "iss_sub", "iss", addresses.issuer(instance.organization()), "sub", name);
    }

    /** A person named by an address. */
    public static Map<String, Object> email(String address) {
        return Map.of("format", "email", "email", address);
    }

    /** The body of a call. */
    public String body(Map<String, Object> subject) {
        try {
            return json.writeValueAsString(Map.of("sub_id", subject));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A complete call. */
    public Call call(URI endpoint, String token, String body) {
        return Call.of("POST", endpoint)
                .with("Content-Type", "application/json")
                .with("Authorization", "Bearer " + token)
                .body(body);
    }

    /** Sends a call as it is. */
    public Reply send(Call call, Capture capture) {
        return http.send(call.within(ANSWERS_WITHIN), capture);
    }
}
