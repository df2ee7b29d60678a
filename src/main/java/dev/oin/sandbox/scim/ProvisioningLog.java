package dev.oin.sandbox.scim;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the provisioning client told apps when an administrator changed people or assignments, and what the apps answered. */
@Repository
public class ProvisioningLog {

    private static final String SILENT = "The app has not answered yet.";

    /** What is said of work that nobody waits for any longer. */
    public static final String UNDER_WAY =
            SILENT + " What comes of it will stand under Provisioning, on the sandbox page.";

    private static final String LOST =
            "The product was stopped before the app answered, so it is not known what came of it.";
    private static final int SHOWN = 20;

    /** Whatever began before is over: a call may take a minute, and several make one entry. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final String OPEN = """
            (l.result = 'NOT_DONE' or l.result = 'UNDER_WAY' and l.at < :over) and (l.person_id is not null or l.group_name is not null) and not exists (
                select 1 from sandbox_provisioning_log o where o.instance = l.instance and o.sequence > l.sequence
                    and o.person_id is not distinct from l.person_id and o.group_name is not distinct from l.group_name
                    and o.entitlement is not distinct from l.entitlement)""";

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
        NOT_DONE,
        /** The app has not answered yet. */
        UNDER_WAY
    }

    /**
     * One entry.
     *
     * @param open whether the app did not take it, it can be told again, and was not since
     */
    public record Entry(
            long number,
            String instance,
            String person,
            String event,
            String outcome,
            Result result,
            Instant at,
            boolean open) {}

    /** An entry that is open. */
    record Open(long number, InstanceId instance, String event, Matter matter) {}

    /** The newest entries. */
    public List<Entry> of(OrganizationId organization) {
        return client.sql("""
                        select l.sequence, i.label, l.person, l.event, l.outcome, l.result, l.at, %s as open
                        from sandbox_provisioning_log l join sandbox_instances i on i.id = l.instance
                        where l.organization = :organization order by l.sequence desc limit :shown""".formatted(OPEN))
                .param("organization", organization.value())
                .param("shown", SHOWN)
                .param("over", over())
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        var at = row.getTimestamp("at");
        var result = Result.valueOf(row.getString("result"));
        var lost = result == Result.UNDER_WAY && at.before(over());
        return new Entry(
                row.getLong("sequence"),
                row.getString("label"),
                row.getString("person"),
                row.getString("event"),
                lost ? LOST : row.getString("outcome"),
                lost ? Result.NOT_DONE : result,
                at.toInstant(),
                row.getBoolean("open"));
    }

    private Timestamp over() {
        return Timestamp.from(clock.instant().minus(LONGEST));
    }

    /** What apps did not take and can be told again, oldest first. */
    List<Open> open(OrganizationId organization) {
        return client.sql("""
                        select l.* from sandbox_provisioning_log l
                        where l.organization = :organization and %s order by l.sequence""".formatted(OPEN))
                .param("organization", organization.value())
                .param("over", over())
                .query(ProvisioningLog::open)
                .list();
    }

    /** How much that is. */
    public int openCount(OrganizationId organization) {
        return open(organization).size();
    }

    /** The entry is about nothing any more. */
    void close(long number) {
        client.sql("""
                        update sandbox_provisioning_log set person_id = null, entitlement = null, group_name = null, group_order = null
                        where sequence = :number""").param("number", number).update();
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getLong("sequence"),
                new InstanceId(row.getObject("instance", UUID.class)),
                row.getString("event"),
                matter(row));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        if (person == null) {
            return new Matter.OfGroup(row.getString("group_name"), Matter.Order.valueOf(row.getString("group_order")));
        }
        @Nullable String entitlement = row.getString("entitlement");
        return entitlement == null
                ? new Matter.OfPerson(new PersonId(person))
                : new Matter.OfEntitlement(new PersonId(person), entitlement);
    }

    /** Tells the app, and notes before that it is told, and then what it answered. */
    Provisioned note(Instance instance, String who, String event, Matter matter, Supplier<Provisioned> telling) {
        var number = begin(instance, who, event, matter);
        var outcome = telling.get();
        end(number, result(outcome), words(outcome));
        return outcome;
    }

    /** It goes on from now. */
    long begin(Instance instance, String who, String event, Matter matter) {
        var row = client.sql("""
                        insert into sandbox_provisioning_log (organization, instance, person, event, outcome, result, at,
                            person_id, entitlement, group_name, group_order)
                        values (:organization, :instance, :who, :event, :outcome, :result, :at, :person, :entitlement, :group, :order)
                        returning sequence""")
                .param("organization", instance.organization().value())
                .param("instance", instance.id().value())
                .param("who", who)
                .param("event", event)
                .param("outcome", SILENT)
                .param("result", Result.UNDER_WAY.name())
                .param("at", Timestamp.from(clock.instant()));
        return about(row, matter).query(Long.class).single();
    }

    /** So it ended. */
    void end(long number, Result result, String words) {
        client.sql("update sandbox_provisioning_log set result = :result, outcome = :outcome where sequence = :number")
                .param("result", result.name())
                .param("outcome", words)
                .param("number", number)
                .update();
    }

    private static JdbcClient.StatementSpec about(JdbcClient.StatementSpec row, Matter matter) {
        return switch (matter) {
            case Matter.OfPerson(var person) -> about(row, person.value(), null, null, null);
            case Matter.OfEntitlement(var person, var key) -> about(row, person.value(), key, null, null);
            case Matter.OfGroup(var group, var order) -> about(row, null, null, group, order.name());
            case Matter.Unrepeatable() -> about(row, null, null, null, null);
        };
    }

    private static JdbcClient.StatementSpec about(
            JdbcClient.StatementSpec row,
            @Nullable UUID person,
            @Nullable String entitlement,
            @Nullable String group,
            @Nullable String order) {
        return row.param("person", person, Types.OTHER)
                .param("entitlement", entitlement, Types.VARCHAR)
                .param("group", group, Types.VARCHAR)
                .param("order", order, Types.VARCHAR);
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
