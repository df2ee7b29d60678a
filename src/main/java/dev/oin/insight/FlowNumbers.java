package dev.oin.insight;

import dev.oin.kernel.SubmissionId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of the managers' pages, each with the items behind it; read from our own tables. */
@Repository
public class FlowNumbers {

    /** Under so many items no percentile is told. */
    public static final int LEAST_FOR_P85 = 20;

    private static final String REACHED_TEAM = "element in ('initialReview', 'catalogReview') and round = 1";
    private static final String REACHED_CATALOG = """
            element = 'retentionEnding' and exists (select 1 from flow_visits before
                where before.submission = flow_visits.submission and before.element = 'checkBeforePublication')""";

    private final JdbcClient client;
    private final Clock clock;

    FlowNumbers(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** What waits now, by element. */
    public List<Waiting> waiting() {
        var now = Timestamp.from(clock.instant());
        return client.sql("""
                        select process, element, min(waits_for) waits_for, count(*) visits,
                               count(*) filter (where due_at < :now) overdue,
                               percentile_cont(0.5) within group (order by extract(epoch from :now::timestamptz - entered_at)) median,
                               percentile_cont(0.85) within group (order by extract(epoch from :now::timestamptz - entered_at)) p85,
                               max(extract(epoch from :now::timestamptz - entered_at)) oldest
                        from flow_visits where left_at is null and element not in ('retentionEnding', 'retentionEnded')
                        group by process, element order by process, visits desc, element""")
                .param("now", now)
                .query((row, number) -> new Waiting(
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("waits_for"),
                        row.getInt("visits"),
                        row.getInt("overdue"),
                        seconds(row, "median"),
                        row.getInt("visits") < LEAST_FOR_P85 ? null : seconds(row, "p85"),
                        seconds(row, "oldest")))
                .list();
    }

    /** The items that wait at the element now, longest first. */
    public List<WaitingItem> waitingAt(String process, String element) {
        return client.sql(
                        "select * from flow_visits where process = :process and element = :element and left_at is null"
                                + " order by entered_at")
                .param("process", process)
                .param("element", element)
                .query((row, number) -> item(row))
                .list();
    }

    /** The items that left the element in the last days, latest first. */
    public List<WaitingItem> leftFrom(String process, String element, int days) {
        return client.sql(
                        "select * from flow_visits where process = :process and element = :element and left_at >= :from"
                                + " order by left_at desc limit 500")
                .param("process", process)
                .param("element", element)
                .param("from", Timestamp.from(from(days)))
                .query((row, number) -> item(row))
                .list();
    }

    /** What is with the team past its promised date, longest first. */
    public List<WaitingItem> overdue() {
        return client.sql("select * from flow_visits where left_at is null and due_at < :now order by due_at")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> item(row))
                .list();
    }

    /** How long work stayed at each element in the last days, from the daily counts. */
    public List<CycleTime> cycleTimes(int days) {
        var counts = new LinkedHashMap<String, List<BucketCount>>();
        client.sql("""
                        select process, element, min(waits_for) waits_for, bucket, sum(visits) visits, sum(promised) promised, sum(on_time) on_time
                        from flow_days where day >= :from and element not in ('retentionEnding', 'retentionEnded')
                        group by process, element, bucket order by process, element, bucket""")
                .param("from", Date.valueOf(day(from(days))))
                .query((row, number) -> new BucketCount(
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("waits_for"),
                        row.getInt("bucket"),
                        row.getInt("visits"),
                        row.getInt("promised"),
                        row.getInt("on_time")))
                .list()
                .forEach(count -> counts.computeIfAbsent(
                                count.process() + "/" + count.element(), key -> new ArrayList<>())
                        .add(count));
        return counts.values().stream().map(FlowNumbers::cycleTime).toList();
    }

    private static CycleTime cycleTime(List<BucketCount> counts) {
        var first = counts.getFirst();
        int visits = counts.stream().mapToInt(BucketCount::visits).sum();
        return new CycleTime(
                first.process(),
                first.element(),
                first.waitsFor(),
                visits,
                percentile(counts, visits, 0.5),
                visits < LEAST_FOR_P85 ? null : percentile(counts, visits, 0.85),
                counts.stream().mapToInt(BucketCount::promised).sum(),
                counts.stream().mapToInt(BucketCount::onTime).sum());
    }

    static Duration percentile(List<BucketCount> counts, int visits, double share) {
        var wanted = Math.max(1, Math.ceil(visits * share));
        int seen = 0;
        for (var count : counts) {
            seen += count.visits();
            if (seen >= wanted) {
                return DurationBucket.middle(count.bucket());
            }
        }
        return Duration.ZERO;
    }

    /** Submissions that reached the team and the catalog, by day. */
    public List<DayFlow> throughput(int days) {
        return client.sql("""
                        select day::date as day,
                               (select count(distinct submission) from flow_visits where %s and entered_at >= day and entered_at < day + interval '1 day') submitted,
                               (select count(distinct submission) from flow_visits where %s and entered_at >= day and entered_at < day + interval '1 day') published
                        from generate_series(:from::timestamptz, :to::timestamptz, interval '1 day') day""".formatted(REACHED_TEAM, REACHED_CATALOG))
                .param("from", startOfDay(from(days - 1)))
                .param("to", startOfDay(clock.instant()))
                .query((row, number) -> new DayFlow(
                        row.getTimestamp("day").toLocalDateTime().toLocalDate(),
                        row.getInt("submitted"),
                        row.getInt("published")))
                .list();
    }

    private Instant from(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Timestamp startOfDay(Instant instant) {
        return Timestamp.from(day(instant).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofSeconds(Math.max(0, Math.round(row.getDouble(column))));
    }

    private static WaitingItem item(ResultSet row) throws SQLException {
        return new WaitingItem(
                new SubmissionId(row.getObject("submission", UUID.class)),
                row.getString("integration"),
                row.getString("process"),
                row.getString("element"),
                row.getString("waits_for"),
                row.getInt("round"),
                row.getTimestamp("entered_at").toInstant(),
                instant(row, "due_at"),
                instant(row, "left_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** How many stays of one class of duration there were. */
    record BucketCount(
            String process, String element, String waitsFor, int bucket, int visits, int promised, int onTime) {}
}
