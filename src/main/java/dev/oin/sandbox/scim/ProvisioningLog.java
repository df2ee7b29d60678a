package dev.oin.sandbox.scim;

import dev.oin.kernel.OrganizationId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the provisioning client told apps when an administrator changed people or assignments, and what the apps answered. */
@Repository
public class ProvisioningLog {

    private static final int SHOWN = 20;

    private final JdbcClient client;
    private final Clock clock;

    ProvisioningLog(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** One entry. */
    public record Entry(String instance, String person, String event, String outcome, boolean succeeded, Instant at) {}

    /** The newest entries. */
    public List<Entry> of(OrganizationId organization) {
        return client.sql("""
                        select i.label, l.person, l.event, l.outcome, l.succeeded, l.at from sandbox_provisioning_log l
                        join sandbox_instances i on i.id = l.instance
                        where l.organization = :organization order by l.sequence desc limit :shown""")
                .param("organization", organization.value())
                .param("shown", SHOWN)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    void note(Instance instance, Person person, String event, Provisioned outcome) {
        client.sql("""
                        insert into sandbox_provisioning_log (organization, instance, person, event, outcome, succeeded, at)
                        values (:organization, :instance, :person, :event, :outcome, :succeeded, :at)""")
                .param("organization", instance.organization().value())
                .param("instance", instance.id().value())
                .param("person", person.fullName())
                .param("event", event)
                .param("outcome", words(outcome))
                .param(
                        "succeeded",
                        !(outcome instanceof Provisioned.Rejected || outcome instanceof Provisioned.NotReached))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static String words(Provisioned outcome) {
        return switch (outcome) {
            case Provisioned.Done(var id) -> "The app took it; its id is " + id + ".";
            case Provisioned.NotDeclared(var operation) ->
                "Nothing was sent: the integration does not declare " + operation + ".";
            case Provisioned.Rejected(var call, var status, var reason) ->
                "%s was answered with %d. %s".formatted(call, status, reason).strip();
            case Provisioned.NotReached(var reason, var configuration) -> "The app could not be asked: " + reason;
            case Provisioned.NotLinked() -> "Nothing was sent: the app was never told of this person.";
        };
    }
}
