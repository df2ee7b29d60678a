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
import java.util.Optional;
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

    /** What is worth ringing for; saves and mails are not. */
    private static final String FOR_ME = """
            from submission_audit a left join notices_read r on r.account = :me and r.record = a.id
            where a.at > :since and not a.team_only and a.kind in ('DECISION', 'REVEAL', 'EVENT')
            and a.what not in ('CREATED', 'VERSION_CUT', 'QA_CHECKS_ENDED') and a.actor is distinct from :me and\s""";

    private static final String OF_OWN_ORGANIZATION = "a.organization = :whose";
    private static final String REVIEWED_BY_ME = """
            a.submission in (select submission from review_items where assignee = :whose
                union select submission from decisions where decided_by = :whose and decided_at > :since)""";
    private static final String UNREAD =
            " r.record is null and a.at > coalesce((select read_until from notice_marks where account = :me),"
                    + " timestamptz 'epoch') ";

    private final JdbcClient client;
    private final Clock clock;

    Notices(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** How many are unread; at most 100 are counted. */
    public int unread(Caller me) {
        return Concern.of(me)
                .map(concern -> query(
                                "select count(*) from (select 1 " + FOR_ME + concern.condition() + " and" + UNREAD
                                        + "limit :limit) as unread",
                                me,
                                concern,
                                MOST_COUNTED)
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    /** The latest, newest first. */
    public List<Notice> latest(Caller me, int limit) {
        return Concern.of(me)
                .map(concern -> query(
                                "select a.*," + UNREAD + "as unread " + FOR_ME + concern.condition()
                                        + " order by a.at desc, a.id desc limit :limit",
                                me,
                                concern,
                                limit)
                        .query(Notices::notice)
                        .list())
                .orElse(List.of());
    }

    private JdbcClient.StatementSpec query(String sql, Caller me, Concern concern, int limit) {
        return client.sql(sql)
                .param("me", me.account().value())
                .param("since", Timestamp.from(clock.instant().minus(KEPT)))
                .param("whose", concern.whose())
                .param("limit", limit);
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

    /** Which records concern a person. */
    private record Concern(String condition, UUID whose) {

        /** Managers and auditors are not concerned by single submissions. */
        static Optional<Concern> of(Caller me) {
            if (me.isAnalyst()) {
                return Optional.of(new Concern(REVIEWED_BY_ME, me.account().value()));
            }
            return me.isStaff() || !me.mayView()
                    ? Optional.empty()
                    : Optional.ofNullable(me.organization()).map(own -> new Concern(OF_OWN_ORGANIZATION, own.value()));
        }
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
            UUID id, SubmissionId submission, String integration, String text, String by, Instant at, boolean unread) {}
}
