package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.ScimCredentials;
import dev.oin.sandbox.scim.Provisioned.NotReached;
import dev.oin.submission.Configuration.AuthMode;
import dev.oin.vault.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds an instance's server and the person's id there, calls, and remembers the id. */
@Component
class ProvisioningClient implements Provisioning {

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimCredentials credentials;
    private final ScimLinks links;

    ProvisioningClient(GuardedHttp http, ObjectMapper json, ScimCredentials credentials, ScimLinks links) {
        this.http = http;
        this.json = json;
        this.credentials = credentials;
        this.links = links;
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
        if (mode == AuthMode.OAUTH2) {
            return new Connection.NotConnected(
                    "Connecting a SCIM server by OAuth 2 is not offered yet; use a header or bearer token.");
        }
        return credentials
                .of(instance.id())
                .<Connection>map(token -> new Connection.Connected(ScimServer.of(scim.baseUrl(), mode, token)))
                .orElseGet(() -> new Connection.NotConnected("Enter the instance's SCIM token."));
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
        var result = connected(instance, capture, calls -> calls.assigned(person, password));
        if (result instanceof Provisioned.Done(var id)) {
            links.keep(instance.id(), person.id(), id);
        }
        return result;
    }

    @Override
    public Provisioned changed(Instance instance, Person person, Capture capture) {
        return linked(instance, person, capture, (calls, id) -> calls.changed(person, id));
    }

    @Override
    public Provisioned password(Instance instance, Person person, Secret password, Capture capture) {
        return linked(instance, person, capture, (calls, id) -> calls.password(id, password));
    }

    @Override
    public Provisioned left(Instance instance, Person person, Capture capture) {
        return linked(instance, person, capture, ProvisioningCalls::left);
    }

    private Provisioned connected(
            Instance instance, Capture capture, Function<ProvisioningCalls, Provisioned> calling) {
        return switch (connection(instance)) {
            case Connection.NotConnected(var reason) -> new NotReached(reason, true);
            case Connection.Connected(var server) -> calling.apply(calls(instance, server, capture));
        };
    }

    private ProvisioningCalls calls(Instance instance, ScimServer server, Capture capture) {
        var scim = instance.app().scim();
        return new ProvisioningCalls(
                new ScimClient(http, json, server, capture),
                scim == null ? Set.of() : Set.copyOf(scim.settings().userOps()));
    }

    private Provisioned linked(
            Instance instance,
            Person person,
            Capture capture,
            BiFunction<ProvisioningCalls, String, Provisioned> calling) {
        var id = links.find(instance.id(), person.id());
        return id.isEmpty()
                ? new Provisioned.NotLinked()
                : connected(instance, capture, calls -> calling.apply(calls, id.get()));
    }
}
