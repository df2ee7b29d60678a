package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Roles and entitlements that people have in an app, by their assignment: it takes them along when it ends. */
@Repository
public class Grants {

    private final JdbcClient client;
    private final InstanceRows instances;
    private final StoredJson json;
    private final ApplicationEventPublisher events;

    Grants(JdbcClient client, InstanceRows instances, StoredJson json, ApplicationEventPublisher events) {
        this.client = client;
        this.instances = instances;
        this.json = json;
        this.events = events;
    }

    /** What the person has there. */
    public List<Entitlement> of(InstanceId instance, PersonId person) {
        return client.sql(
                        "select entitlements from sandbox_assignments where instance = :instance and person = :person")
                .param("instance", instance.value())
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(text -> List.of(json.read(text, Entitlement[].class)))
                .orElse(List.of());
    }

    /** Gives it, or takes it away; an edit of the instance. False where the person is not assigned, or the instance is not the owner's or is held. */
    @Transactional
    public boolean set(InstanceId instance, PersonId person, Entitlement one, boolean granted, OrganizationId owner) {
        var mayChange = instances
                .find(instance)
                .filter(found -> found.organization().equals(owner) && !found.held())
                .isPresent();
        var done = mayChange && write(instance, person, changed(of(instance, person), one, granted));
        if (done) {
            events.publishEvent(new InstanceEvent.InstanceEdited(instance));
        }
        return done;
    }

    /** Writes what a person of a run has: no edit of the instance. */
    @Transactional
    public void setForRun(InstanceId instance, PersonId person, List<Entitlement> all, RunId run) {
        client.sql("""
                        update sandbox_assignments set entitlements = :all::jsonb
                        where instance = :instance and person = :person and made_for_run = :run""")
                .param("all", json.write(all))
                .param("instance", instance.value())
                .param("person", person.value())
                .param("run", run.value())
                .update();
    }

    private boolean write(InstanceId instance, PersonId person, List<Entitlement> all) {
        return client.sql(
                                "update sandbox_assignments set entitlements = :all::jsonb where instance = :instance and person = :person")
                        .param("all", json.write(all))
                        .param("instance", instance.value())
                        .param("person", person.value())
                        .update()
                > 0;
    }

    private static List<Entitlement> changed(List<Entitlement> held, Entitlement one, boolean granted) {
        var others = held.stream().filter(other -> !other.isSame(one));
        return (granted ? Stream.concat(others, Stream.of(one)) : others).toList();
    }
}
