package dev.oin.insight;

import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes visits, and counts each into its day when it ends. */
@Repository
class FlowRows implements FlowLog {

    private final JdbcClient client;

    FlowRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    @Transactional
    public void entered(Visit visit) {
        client.sql("""
                        insert into flow_visits (id, submission, process, element, waits_for, integration, protocols, kind, round, entered_at, due_at)
                        values (:id, :submission, :process, :element, :waits, :integration, :protocols, :kind, :round, :at, :due::timestamptz)
                        on conflict (id) do nothing""")
                .param("id", visit.id())
                .param("submission", visit.submission().value())
                .param("process", visit.process())
                .param("element", visit.element())
                .param("waits", visit.waitsFor())
                .param("integration", visit.integration())
                .param(
                        "protocols",
                        visit.protocols().stream().sorted().map(Protocol::name).collect(Collectors.joining(",")))
                .param("kind", visit.kind())
                .param("round", visit.round())
                .param("at", Timestamp.from(visit.at()))
                .param("due", timestamp(visit.due()))
                .update();
    }

    @Override
    @Transactional
    public void left(String visit, Instant at) {
        client.sql("update flow_visits set left_at = :at where id = :id and left_at is null returning *")
                .param("id", visit)
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Ended(
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("waits_for"),
                        row.getString("kind"),
                        Duration.between(row.getTimestamp("entered_at").toInstant(), at),
                        row.getTimestamp("due_at") == null
                                ? null
                                : row.getTimestamp("due_at").toInstant()))
                .optional()
                .ifPresent(ended -> count(ended, at));
    }

    private void count(Ended ended, Instant at) {
        var due = ended.due();
        client.sql("""
                        insert into flow_days (day, process, element, waits_for, kind, bucket, visits, seconds, promised, on_time)
                        values (:day, :process, :element, :waits, :kind, :bucket, 1, :seconds, :promised, :onTime)
                        on conflict (day, process, element, kind, bucket) do update
                        set visits = flow_days.visits + 1, seconds = flow_days.seconds + excluded.seconds,
                            promised = flow_days.promised + excluded.promised, on_time = flow_days.on_time + excluded.on_time""")
                .param("day", Date.valueOf(at.atZone(ZoneOffset.UTC).toLocalDate()))
                .param("process", ended.process())
                .param("element", ended.element())
                .param("waits", ended.waitsFor())
                .param("kind", ended.kind())
                .param("bucket", DurationBucket.of(ended.stay()))
                .param("seconds", ended.stay().toSeconds())
                .param("promised", due == null ? 0 : 1)
                .param("onTime", due != null && !at.isAfter(due) ? 1 : 0)
                .update();
    }

    @Override
    @Transactional
    public void promised(SubmissionId submission, String element, Instant due) {
        client.sql(
                        "update flow_visits set due_at = :due where submission = :submission and element = :element and left_at is null")
                .param("due", Timestamp.from(due))
                .param("submission", submission.value())
                .param("element", element)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private record Ended(
            String process,
            String element,
            String waitsFor,
            String kind,
            Duration stay,
            @Nullable Instant due) {}
}
