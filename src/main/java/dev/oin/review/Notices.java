package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What changed for a person since the last look, read from the record of what was done: for a member, what others did to the
 * organisation's submissions; for a reviewer, what others did to submissions that the reviewer holds or decided on.
 */
@Component
public class Notices {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_COUNTED = 100;
    private static final UUID NOBODY = new UUID(0, 0);

    /** What is worth ringing for; saves and mails are not. */
    private static final String FOR_ME = """
            from submission_audit a left join notices_read r on r.account = :me and r.record = a.id
            where a.at > :since and not a.team_only and a.kind in ('DECISION', 'REVEAL', 'EVENT')
            and a.what not in ('CREATED', 'VERSION_CUT', 'QA_CHECKS_ENDED') and a.actor is distinct from :me
            and (a.organization = :organization::uuid
                or a.submission in (select submission from review_items where assignee = :reviewer::uuid
                    union select submission from decisions where decided_by = :reviewer::uuid))""";

    private final JdbcClient client;
    private final Clock clock;

    Notices(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** How many are unread; at most 100 are counted. */
    public int unread(Caller me) {
        return client.sql("select count(*) from (select 1 " + FOR_ME + unreadOnly() + " limit :most) as unread")
                .param("me", me.account().value())
                .param("since", since())
                .param("organization", organization(me))
                .param("reviewer", reviewer(me))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** The latest, newest first. */
    public List<Notice> latest(Caller me, int limit) {
        return client.sql("select a.*, r.record is null and a.at > coalesce((select read_until from notice_marks where account = :me),"
                        + " timestamptz 'epoch') as unread " + FOR_ME + " order by a.at desc, a.id desc limit :limit")
                .param("me", me.account().value())
                .param("since", since())
                .param("organization", organization(me))
                .param("reviewer", reviewer(me))
                .param("limit", limit)
                .query(Notices::notice)
                .list();
    }

    /** All up to now are read. */
    @Transactional
    public void readAll(AccountId me) {
        client.sql("insert into notice_marks (account, read_until) values (:me, :now)"
                        + " on conflict (account) do update set read_until = excluded.read_until")
                .param("me", me.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        client.sql("delete from notices_read where account = :me")
                .param("me", me.value())
                .update();
    }

    /** This one is read. */
    @Transactional
    public void read(AccountId me, UUID record) {
        client.sql("insert into notices_read (account, record) values (:me, :record) on conflict do nothing")
                .param("me", me.value())
                .param("record", record)
                .update();
    }

    private static String unreadOnly() {
        return " and r.record is null and a.at > coalesce((select read_until from notice_marks where account = :me), timestamptz 'epoch')";
    }

    private Timestamp since() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }

    private static UUID organization(Caller me) {
        var own = me.organization();
        return own == null || me.isStaff() || !me.mayView() ? NOBODY : own.value();
    }

    private static UUID reviewer(Caller me) {
        return me.isAnalyst() ? me.account().value() : NOBODY;
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                new SubmissionId(row.getObject("submission", UUID.class)),
                row.getString("integration"),
                row.getString("text"),
                row.getString("actor_name"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("unread"));
    }

    /** Something that changed. */
    public record Notice(
            UUID id,
            SubmissionId submission,
            String integration,
            String text,
            String by,
            Instant at,
            boolean unread) {}
}
