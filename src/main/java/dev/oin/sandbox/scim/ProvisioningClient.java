package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.ScimCredentials;
import dev.oin.sandbox.scim.Provisioned.NotReached;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds an instance's server and the person's id there, calls, and remembers the id. */
@Component
class ProvisioningClient implements Provisioning {

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimCredentials credentials;
    private final RenewTokens tokens;
    private final ScimLinks links;
    private final AppUsers users;
    private final Clock clock;
    private final Haste haste;

    @Autowired
    ProvisioningClient(
            GuardedHttp http,
            ObjectMapper json,
            ScimCredentials credentials,
            RenewTokens tokens,
            ScimLinks links,
            AppUsers users,
            Clock clock) {
        this(http, json, credentials, tokens, links, users, clock, Haste.none());
    }

    private ProvisioningClient(
            GuardedHttp http,
            ObjectMapper json,
            ScimCredentials credentials,
            RenewTokens tokens,
            ScimLinks links,
            AppUsers users,
            Clock clock,
            Haste haste) {
        this.http = http;
        this.json = json;
        this.credentials = credentials;
        this.tokens = tokens;
        this.links = links;
        this.users = users;
        this.clock = clock;
        this.haste = haste;
    }

    @Override
    public Provisioning hurried() {
        return new ProvisioningClient(http, json, credentials, tokens, links, users, clock, Haste.ofPage());
    }

    @Override
    public Connection connection(Instance instance) {
        var scim = instance.app().scim();
        return scim == null
                ? new Connection.NotConnected("The instance has no provisioning.")
                : connection(instance, scim);
    }

    private Connection connection(Instance instance, InstalledApp.Scim scim) {
        var mode = scim.settings().authMode();
        if (mode == null) {
            return new Connection.NotConnected("Choose the authentication mode of the SCIM server on page 2.");
        }
        return mode == AuthMode.OAUTH2
                ? authorized(instance, scim)
                : credentials
                        .of(instance.id())
                        .<Connection>map(token -> new Connection.Connected(ScimServer.of(scim.baseUrl(), mode, token)))
                        .orElseGet(() -> new Connection.NotConnected(
                                "Enter the SCIM credentials on the instance's Provisioning page."));
    }

    private Connection authorized(Instance instance, InstalledApp.Scim scim) {
        var ended = credentials.ended(instance.id());
        if (ended.isPresent()) {
            return new Connection.NotConnected(ended.get());
        }
        return tokens.held(instance.id())
                .<Connection>map(held -> new Connection.Connected(new ScimServer(
                        ScimServer.withoutSlash(scim.baseUrl()), new OauthAccess(instance, tokens, held))))
                .orElseGet(() -> new Connection.NotConnected("Authenticate with %s on the instance's Provisioning page."
                        .formatted(instance.app().name())));
    }

    @Override
    public Optional<String> scimId(InstanceId instance, PersonId person) {
        return links.find(instance, person);
    }

    @Override
    public List<InstanceId> appsOf(PersonId person) {
        return links.of(person);
    }

    @Override
    public Provisioned assigned(Instance instance, Person person, @Nullable Secret password, Capture capture) {
        var result = called(instance, capture, calls -> calls.assigned(users.of(instance, person), password));
        if (result instanceof Provisioned.Done(var id)) {
            links.keep(instance.id(), person.id(), id);
        }
        return result;
    }

    @Override
    public Provisioned changed(Instance instance, Person person, Capture capture) {
        return linked(instance, person, capture, (calls, id) -> calls.changed(users.of(instance, person), id));
    }

    @Override
    public Provisioned password(Instance instance, Person person, Secret password, Capture capture) {
        return linked(instance, person, capture, (calls, id) -> calls.password(id, password));
    }

    @Override
    public Provisioned granted(Instance instance, Person person, Entitlement one, Capture capture) {
        return linked(instance, person, capture, (calls, id) -> calls.granted(id, one));
    }

    @Override
    public Provisioned revoked(Instance instance, Person person, Entitlement one, Capture capture) {
        return linked(instance, person, capture, (calls, id) -> calls.revoked(id, one));
    }

    @Override
    public Optional<OfferedEntitlements> offered(Instance instance, Capture capture) {
        var scim = instance.app().scim();
        var declared = scim == null ? null : scim.entitlements();
        return declared != null && connection(instance) instanceof Connection.Connected(var server)
                ? Optional.of(new OfferedEntitlements(client(instance, server, capture), declared))
                : Optional.empty();
    }

    @Override
    public Provisioned left(Instance instance, Person person, Capture capture) {
        return linked(instance, person, capture, ProvisioningCalls::left);
    }

    @Override
    public Provisioned grouped(Instance instance, Function<GroupCalls, Provisioned> calling) {
        var declared = Declared.of(instance);
        return connected(
                instance,
                server -> calling.apply(
                        new GroupCalls(client(instance, server, Capture.NONE), declared.groups(), declared.batch())));
    }

    private Provisioned called(Instance instance, Capture capture, Function<ProvisioningCalls, Provisioned> calling) {
        return connected(
                instance,
                server -> calling.apply(new ProvisioningCalls(
                        client(instance, server, capture), Declared.of(instance).users())));
    }

    private Provisioned connected(Instance instance, Function<ScimServer, Provisioned> calling) {
        if (haste.leavesAlone(instance.id())) {
            return new NotReached(
                    "it was busy or did not answer a moment ago, so this was not sent. Try again in a while.", false);
        }
        return switch (connection(instance)) {
            case Connection.NotConnected(var reason) -> new NotReached(reason, true);
            case Connection.Connected(var server) -> explained(instance, server, calling.apply(server));
        };
    }

    /** A refusal of the credentials is about them and a redirect about the address, not about the call; one that asks to come back later is about none of them. */
    private Provisioned explained(Instance instance, ScimServer server, Provisioned outcome) {
        if (outcome instanceof NotReached(var reason, var configuration) && !configuration) {
            haste.givesUp(instance.id());
        }
        if (!(outcome instanceof Provisioned.Rejected(var call, var status, var reason))) {
            return outcome;
        }
        var seen = "%s was answered with %d".formatted(call, status);
        return switch (status) {
            case 301, 302, 303, 307, 308, 401, 403 -> new NotReached(seen + ". " + cause(instance, server), true);
            case 429, 503 ->
                haste.givesUp(instance.id())
                        ? new NotReached("it is busy (" + seen + "). Try again in a while.", false)
                        : outcome;
            default -> outcome;
        };
    }

    private String cause(Instance instance, ScimServer server) {
        var scim = instance.app().scim();
        var mode = scim == null ? null : scim.settings().authMode();
        var trial = new CredentialTrial(http, json, mode == null ? AuthMode.BEARER : mode, clock);
        return switch (trial.of(server, credentials.acceptedAt(instance.id()))) {
            case Admission.Denied(var why, var seen, var change) -> change;
            case Admission.Granted(var seen) ->
                "The same credentials may read users; give them the right to make and change users too.";
            case Admission.Elsewhere(var seen, var change) -> change;
            case Admission.Unclear(var seen, var change) -> change;
            case Admission.NotAsked(var reason, var forbidden) -> reason;
        };
    }

    private ScimClient client(Instance instance, ScimServer server, Capture capture) {
        return new ScimClient(http, json, server, capture, haste.patience(instance.id()));
    }

    private Provisioned linked(
            Instance instance,
            Person person,
            Capture capture,
            BiFunction<ProvisioningCalls, String, Provisioned> calling) {
        var id = links.find(instance.id(), person.id());
        return id.isEmpty()
                ? new Provisioned.NotLinked()
                : called(instance, capture, calls -> calling.apply(calls, id.get()));
    }
}
