package dev.oin.webhook;

import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The calls of webhooks: those to make, and the log of those made. */
@Repository
class DeliveryRows {

    /** Who comes late, when another node has taken the call over, writes nothing. */
    private static final String STILL_OURS = " where id = :id and state = 'WAITING' and attempts = :attempt";

    private final JdbcClient client;
    private final Ids ids;

    DeliveryRows(JdbcClient client, Ids ids) {
        this.client = client;
        this.ids = ids;
    }

    void add(UUID webhook, String event, String body, Instant at) {
        client.sql("""
                        insert into webhook_deliveries (id, webhook, event, body, state, attempts, due_at, created_at)
                        values (:id, :webhook, :event, :body, 'WAITING', 0, :at, :at)""")
                .param("id", ids.next())
                .param("webhook", webhook)
                .param("event", event)
                .param("body", body)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The webhooks that have a call due, longest due first. */
    List<UUID> dueAt(Instant now) {
        return client.sql("""
                        select webhook from webhook_deliveries where state = 'WAITING' and due_at <= :now
                        group by webhook order by min(due_at), webhook""")
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    /** Takes the webhook's call that is due longest; another node takes it when the lease runs out. */
    @Transactional
    Optional<Delivery> take(UUID webhook, Instant now, Duration lease) {
        return client.sql("""
                        update webhook_deliveries set attempts = attempts + 1, due_at = :lease
                        where id = (select id from webhook_deliveries where webhook = :webhook and state = 'WAITING' and due_at <= :now
                                    order by due_at, id limit 1 for update skip locked)
                        returning *""")
                .param("webhook", webhook)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(lease)))
                .query(DeliveryRows::delivery)
                .optional();
    }

    void ended(Delivery taken, Delivery.State state, String answer, Instant at) {
        client.sql("update webhook_deliveries set state = :state, answer = :answer, ended_at = :at" + STILL_OURS)
                .param("id", taken.id())
                .param("attempt", taken.attempts())
                .param("state", state.name())
                .param("answer", answer)
                .param("at", Timestamp.from(at))
                .update();
    }

    void again(Delivery taken, String answer, Instant due) {
        client.sql("update webhook_deliveries set answer = :answer, due_at = :due" + STILL_OURS)
                .param("id", taken.id())
                .param("attempt", taken.attempts())
                .param("answer", answer)
                .param("due", Timestamp.from(due))
                .update();
    }

    /** Makes a failed call once more; false where it is none of the organisation's. */
    boolean retry(UUID id, OrganizationId organization, Instant now) {
        return client.sql("""
                        update webhook_deliveries d set state = 'WAITING', attempts = 0, due_at = :now, ended_at = null
                        from webhooks w where d.id = :id and d.state = 'FAILED' and w.id = d.webhook and w.organization = :organization""")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("organization", organization.value())
                        .update()
                == 1;
    }

    List<Delivery> of(OrganizationId organization, int limit) {
        return client.sql("""
                        select d.* from webhook_deliveries d join webhooks w on w.id = d.webhook
                        where w.organization = :organization order by d.created_at desc, d.id desc limit :limit""")
                .param("organization", organization.value())
                .param("limit", limit)
                .query(DeliveryRows::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        @Nullable String answer = row.getString("answer");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook", UUID.class),
                row.getString("event"),
                row.getString("body"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                answer);
    }
}
