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

    /** What became of it. */
    public enum Result {
        DONE,
        /** There was nothing to tell the app, or nothing that could be told. */
        NOTHING_SENT,
        NOT_DONE
    }

    /** One entry. */
    public record Entry(String instance, String person, String event, String outcome, Result result, Instant at) {}

    /** The newest entries. */
    public List<Entry> of(OrganizationId organization) {
        return client.sql("""
                        select i.label, l.person, l.event, l.outcome, l.result, l.at from sandbox_provisioning_log l
                        join sandbox_instances i on i.id = l.instance
                        where l.organization = :organization order by l.sequence desc limit :shown""")
                .param("organization", organization.value())
                .param("shown", SHOWN)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Result.valueOf(row.getString(5)),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    void note(Instance instance, Person person, String event, Provisioned outcome) {
        note(instance, person.fullName(), event, outcome);
    }

    void note(Instance instance, String who, String event, Provisioned outcome) {
        client.sql("""
                        insert into sandbox_provisioning_log (organization, instance, person, event, outcome, result, at)
                        values (:organization, :instance, :person, :event, :outcome, :result, :at)""")
                .param("organization", instance.organization().value())
                .param("instance", instance.id().value())
                .param("person", who)
                .param("event", event)
                .param("outcome", words(outcome))
                .param("result", result(outcome).name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static Result result(Provisioned outcome) {
        return switch (outcome) {
            case Provisioned.Done done -> Result.DONE;
            case Provisioned.NotDeclared notDeclared -> Result.NOTHING_SENT;
            case Provisioned.NotLinked notLinked -> Result.NOTHING_SENT;
            case Provisioned.Incomplete incomplete -> Result.NOTHING_SENT;
            case Provisioned.Rejected rejected -> Result.NOT_DONE;
            case Provisioned.NotReached notReached -> Result.NOT_DONE;
        };
    }

    /** In words. */
    public static String words(Provisioned outcome) {
        return switch (outcome) {
            case Provisioned.Done(var id) -> "The app took it; its id is " + id + ".";
            case Provisioned.NotDeclared(var operation) ->
                "Nothing was sent: the integration does not declare " + operation + ".";
            case Provisioned.Rejected(var call, var status, var reason) ->
                "%s was answered with %d. %s".formatted(call, status, reason).strip();
            case Provisioned.NotReached(var reason, var configuration) -> "The app could not be asked: " + reason;
            case Provisioned.Incomplete(var attributes) ->
                "Nothing was sent: %s has no value, and the mapping needs one. Set it at the person, or at their assignment."
                        .formatted(String.join(", ", attributes));
            case Provisioned.NotLinked() -> "Nothing was sent: the app was never told of this person.";
        };
    }
}
