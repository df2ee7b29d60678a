package dev.oin.insight;

import dev.oin.kernel.Protocol;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes stays, and counts each into its day when it ends. */
class StayRows {

    private static final int HIGHEST_ROUND_CLASS = 3;

    private final JdbcClient client;

    StayRows(JdbcClient client) {
        this.client = client;
    }

    void begin(FlowLog.Visit visit) {
        var subject = visit.subject();
        client.sql("""
                        insert into flow_visits (id, submission, process, element, waits_for, integration, protocols, kind, round, version, entered_at, due_at, promised_at)
                        values (:id, :submission, :process, :element, :waits, :integration, :protocols, :kind, :round, :version, :at, :due::timestamptz, :due::timestamptz)
                        on conflict (id) do nothing""")
                .param("id", visit.id())
                .param("submission", subject.submission().value())
                .param("process", visit.process())
                .param("element", visit.element())
                .param("waits", visit.waitsFor())
                .param("integration", subject.integration())
                .param(
                        "protocols",
                        subject.protocols().stream()
                                .sorted()
                                .map(Protocol::name)
                                .collect(Collectors.joining(",")))
                .param("kind", subject.kind())
                .param("round", subject.round())
                .param("version", subject.version())
                .param("at", Timestamp.from(visit.at()))
                .param("due", visit.due() == null ? null : Timestamp.from(visit.due()))
                .update();
    }

    void end(String visit, Instant at) {
        client.sql("update flow_visits set left_at = :at where id = :id and left_at is null returning *")
                .param("id", visit)
                .param("at", Timestamp.from(at))
                .query((row, number) -> ended(row, at))
                .optional()
                .ifPresent(this::count);
    }

    private void count(Ended ended) {
        client.sql("""
                        insert into flow_days (day, process, element, waits_for, kind, protocols, round, bucket, visits, seconds, promised, on_time)
                        values (:day, :process, :element, :waits, :kind, :protocols, :round, :bucket, 1, :seconds, :promised, :onTime)
                        on conflict (process, element, day, kind, protocols, round, bucket) do update
                        set visits = flow_days.visits + 1, seconds = flow_days.seconds + excluded.seconds,
                            promised = flow_days.promised + excluded.promised, on_time = flow_days.on_time + excluded.on_time""")
                .param("day", Date.valueOf(ended.at().atZone(ZoneOffset.UTC).toLocalDate()))
                .param("process", ended.process())
                .param("element", ended.element())
                .param("waits", ended.waitsFor())
                .param("kind", ended.kind())
                .param("protocols", ended.protocols())
                .param("round", Math.min(ended.round(), HIGHEST_ROUND_CLASS))
                .param("bucket", DurationBucket.of(ended.stay()))
                .param("seconds", Math.max(0, ended.stay().toSeconds()))
                .param("promised", ended.promise() == null ? 0 : 1)
                .param("onTime", ended.isOnTime() ? 1 : 0)
                .update();
    }

    private static Ended ended(ResultSet row, Instant at) throws SQLException {
        var promise = row.getTimestamp("promised_at");
        return new Ended(
                row.getString("process"),
                row.getString("element"),
                row.getString("waits_for"),
                row.getString("kind"),
                row.getString("protocols"),
                row.getInt("round"),
                Duration.between(row.getTimestamp("entered_at").toInstant(), at),
                promise == null ? null : promise.toInstant(),
                at);
    }

    private record Ended(
            String process,
            String element,
            String waitsFor,
            String kind,
            String protocols,
            int round,
            Duration stay,
            @Nullable Instant promise,
            Instant at) {

        boolean isOnTime() {
            return promise != null && !at.isAfter(promise);
        }
    }
}
