package dev.oin.insight;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The items behind the numbers, at most so many at once. */
@Repository
public class Stays {

    /** How many items a list holds. */
    public static final int MOST = 200;

    private final JdbcClient client;
    private final Clock clock;

    Stays(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** What waits at the element now, longest first. */
    public List<Stay> waitingAt(String process, String element, Slice slice) {
        return list(
                slice,
                "process = :process and element = :element and left_at is null",
                "entered_at",
                Map.of("process", process, "element", element));
    }

    /** What left the element in the period, latest first. */
    public List<Stay> leftFrom(String process, String element, Slice slice) {
        return list(
                slice,
                "process = :process and element = :element and left_at >= :from",
                "left_at desc",
                Map.of("process", process, "element", element, "from", from(slice)));
    }

    /** What is with the team past its date, longest overdue first. */
    public List<Stay> overdue(Slice slice) {
        return list(slice, WaitingNow.OVERDUE, "due_at", Map.of("now", Timestamp.from(clock.instant())));
    }

    /** What ended a phase in the period after, or by, the date first promised; latest first. */
    public List<Stay> promised(String phase, boolean kept, Slice slice) {
        return list(
                slice,
                "process = 'phase' and element = :phase and left_at >= :from and promised_at is not null"
                        + " and (left_at <= promised_at) = :kept",
                "left_at desc",
                Map.of("phase", phase, "kept", kept, "from", from(slice)));
    }

    /** The journeys that began between the two instants, latest first. */
    public List<Stay> begun(Instant from, Instant to, Slice slice) {
        return list(
                slice,
                "process = 'journey' and entered_at >= :from and entered_at < :to",
                "entered_at desc",
                between(from, to));
    }

    /** The journeys that ended in the catalog, or otherwise, between the two instants; latest first. */
    public List<Stay> ended(boolean published, Instant from, Instant to, Slice slice) {
        return list(
                slice,
                "process = 'journey' and (element = 'PUBLISHED') = :published"
                        + " and left_at >= :from and left_at < :to",
                "left_at desc",
                Map.of("published", published, "from", Timestamp.from(from), "to", Timestamp.from(to)));
    }

    private static Map<String, Object> between(Instant from, Instant to) {
        return Map.of("from", Timestamp.from(from), "to", Timestamp.from(to));
    }

    private List<Stay> list(Slice slice, String which, String order, Map<String, ?> parameters) {
        return client.sql("select * from flow_visits where " + which + Slice.CONDITION + " order by " + order
                        + " limit " + MOST)
                .params(slice.parameters())
                .params(parameters)
                .query((row, number) -> stay(row))
                .list();
    }

    private Timestamp from(Slice slice) {
        return Timestamp.from(Period.of(slice, clock.instant()).from());
    }

    private static Stay stay(ResultSet row) throws SQLException {
        var protocols = row.getString("protocols");
        var assignee = row.getObject("assignee", UUID.class);
        return new Stay(
                new SubmissionId(row.getObject("submission", UUID.class)),
                row.getString("integration"),
                row.getString("process"),
                row.getString("element"),
                row.getString("waits_for"),
                protocols.isEmpty()
                        ? List.of()
                        : Arrays.stream(protocols.split(","))
                                .map(Protocol::valueOf)
                                .toList(),
                row.getString("kind"),
                row.getInt("round"),
                row.getInt("version"),
                assignee == null ? null : new AccountId(assignee),
                row.getTimestamp("entered_at").toInstant(),
                instant(row, "due_at"),
                instant(row, "promised_at"),
                instant(row, "left_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
