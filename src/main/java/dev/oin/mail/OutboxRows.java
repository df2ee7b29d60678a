package dev.oin.mail;

import dev.oin.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox's rows. */
@Component
class OutboxRows {

    private final JdbcClient client;
    private final Clock clock;
    private final Ids ids;

    OutboxRows(JdbcClient client, Clock clock, Ids ids) {
        this.client = client;
        this.clock = clock;
        this.ids = ids;
    }

    boolean insert(Mail mail) {
        var now = Timestamp.from(clock.instant());
        return client.sql("""
                insert into mail_outbox (id, key, thread, recipients, subject, text, html, state, attempts, due_at, created_at)
                values (:id, :key, :thread, :to, :subject, :text, :html, 'WAITING', 0, :now, :now)
                on conflict (key) do nothing
                """)
                        .param("id", ids.next())
                        .param("key", mail.key())
                        .param("thread", mail.thread())
                        .param("to", mail.to().toArray(String[]::new))
                        .param("subject", mail.subject())
                        .param("text", mail.text())
                        .param("html", mail.html())
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Takes the mail that is due longest; another node takes it when the lease runs out. */
    @Transactional
    Optional<OutgoingMail> take(Duration lease) {
        var now = clock.instant();
        return client.sql("""
                update mail_outbox set attempts = attempts + 1, due_at = :lease
                where id = (select id from mail_outbox where state = 'WAITING' and due_at <= :now
                            order by due_at, id limit 1 for update skip locked)
                returning *
                """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(lease)))
                .query(this::outgoing)
                .optional();
    }

    private OutgoingMail outgoing(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var thread = row.getString("thread");
        return new OutgoingMail(
                id,
                thread,
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                row.getInt("attempts"),
                earlier(thread, id));
    }

    private List<String> earlier(String thread, UUID id) {
        return client.sql(
                        "select message_id from mail_outbox where thread = ? and id <> ? and state = 'SENT' order by sent_at")
                .params(thread, id)
                .query(String.class)
                .list();
    }

    /** What everybody got is not kept: it may hold links that work once. */
    void sent(UUID id, String messageId) {
        client.sql("update mail_outbox set state = 'SENT', message_id = ?, sent_at = ?,"
                        + " failure = case when bounced = '{}' then null else failure end,"
                        + " text = case when bounced = '{}' then '' else text end,"
                        + " html = case when bounced = '{}' then '' else html end where id = ?")
                .params(messageId, Timestamp.from(clock.instant()), id)
                .update();
    }

    void failed(UUID id, @Nullable Duration again, String failure) {
        client.sql("update mail_outbox set state = ?, due_at = ?, failure = ? where id = ? and state = 'WAITING'")
                .params(
                        again == null ? "UNDELIVERED" : "WAITING",
                        Timestamp.from(
                                again == null
                                        ? clock.instant()
                                        : clock.instant().plus(again)),
                        failure,
                        id)
                .update();
    }

    void bounced(UUID id, Collection<String> readers, String reason) {
        client.sql("update mail_outbox set bounced = bounced || ?::text[], failure = ? where id = ?")
                .params(readers.toArray(String[]::new), reason, id)
                .update();
    }

    /** Goes on with these readers only: the others have it, or never will. */
    void narrow(UUID id, List<String> readers) {
        client.sql("update mail_outbox set recipients = ? where id = ?")
                .params(readers.toArray(String[]::new), id)
                .update();
    }

    /** To all who do not have it: those refused for good at first are no more among its readers. */
    void retry(UUID id) {
        client.sql("update mail_outbox set state = 'WAITING', attempts = 0, due_at = ?, bounced = '{}',"
                        + " recipients = (select array_agg(distinct reader) from unnest(recipients || bounced) as reader)"
                        + " where id = ? and state = 'UNDELIVERED'")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    List<Outbox.Undelivered> undelivered() {
        return client.sql("select * from mail_outbox where state = 'UNDELIVERED' order by id desc")
                .query((row, number) -> new Outbox.Undelivered(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        List.of((String[]) row.getArray("recipients").getArray()),
                        row.getString("subject"),
                        createdAt(row),
                        row.getString("failure")))
                .list();
    }

    Optional<Instant> lateSince() {
        return client.sql("select min(created_at) as since from mail_outbox where state = 'WAITING' and attempts > 0")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getTimestamp("created_at").toInstant();
    }

    Outbox.Backlog backlog() {
        return client.sql(
                        "select count(*) filter (where state = 'WAITING') as waiting,"
                                + " count(*) filter (where state = 'UNDELIVERED') as undelivered from mail_outbox where state <> 'SENT'")
                .query((row, number) -> new Outbox.Backlog(row.getInt("waiting"), row.getInt("undelivered")))
                .single();
    }
}
