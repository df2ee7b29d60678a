package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.egress.GuardedHttp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.ScimCredentials;
import dev.oin.sandbox.scim.Provisioning.Connection;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "Test API credentials": asks an instance's server for one user, and says why it does not let us in. Over the network, so never inside a transaction. */
@Component
public class TryCredentials {

    private final Provisioning provisioning;
    private final ScimCredentials credentials;
    private final GuardedHttp http;
    private final ObjectMapper json;
    private final Clock clock;

    TryCredentials(
            Provisioning provisioning, ScimCredentials credentials, GuardedHttp http, ObjectMapper json, Clock clock) {
        this.provisioning = provisioning;
        this.credentials = credentials;
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    /** With the credentials that the instance has. */
    public Admission of(Instance instance) {
        return switch (provisioning.connection(instance)) {
            case Connection.NotConnected(var reason) -> new Admission.NotAsked(reason, true);
            case Connection.Connected(var server) -> {
                var admission = new CredentialTrial(http, json, mode(instance), clock)
                        .of(server, credentials.acceptedAt(instance.id()));
                if (admission instanceof Admission.Granted) {
                    credentials.noteAccepted(instance.id(), clock.instant());
                }
                yield admission;
            }
        };
    }

    /** With a token that is not saved yet. */
    public Admission of(Instance instance, String token) {
        var scim = instance.app().scim();
        return scim == null || mode(instance) == AuthMode.OAUTH2
                ? new Admission.NotAsked("This instance takes no token.", true)
                : new CredentialTrial(http, json, mode(instance), clock)
                        .of(ScimServer.of(scim.baseUrl(), mode(instance), new Secret(token.strip())), Optional.empty());
    }

    private static AuthMode mode(Instance instance) {
        var scim = instance.app().scim();
        var mode = scim == null ? null : scim.settings().authMode();
        return mode == null ? AuthMode.BEARER : mode;
    }
}
