package dev.oin.insight;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long work stayed, and which promises were kept, from the daily counts. */
@Repository
public class CycleTimes {

    private final JdbcClient client;
    private final Clock clock;

    CycleTimes(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** At the models' elements. */
    public List<CycleTime> atElements(Slice slice) {
        return times(slice, "process not in ('phase', 'journey')");
    }

    /** In the phases, and on whole journeys by outcome. */
    public List<CycleTime> inPhases(Slice slice) {
        return times(slice, "process in ('phase', 'journey')");
    }

    private List<CycleTime> times(Slice slice, String which) {
        var counts = new LinkedHashMap<String, List<BucketCount>>();
        client.sql("""
                        select process, element, min(waits_for) waits_for, bucket, sum(visits) visits, sum(seconds) seconds,
                               sum(promised) promised, sum(on_time) on_time
                        from flow_days where day >= :from and %s%s
                        group by process, element, bucket order by process, element, bucket""".formatted(which, Slice.CONDITION))
                .param("from", Date.valueOf(Period.of(slice, clock.instant()).first()))
                .params(slice.parameters())
                .query((row, number) -> count(row))
                .list()
                .forEach(count -> counts.computeIfAbsent(
                                count.process() + "/" + count.element(), key -> new ArrayList<>())
                        .add(count));
        return counts.values().stream().map(CycleTimes::time).toList();
    }

    private static BucketCount count(ResultSet row) throws SQLException {
        return new BucketCount(
                row.getString("process"),
                row.getString("element"),
                row.getString("waits_for"),
                new BucketCount.Of(row.getInt("bucket"), row.getInt("visits")),
                row.getLong("seconds"),
                row.getInt("promised"),
                row.getInt("on_time"));
    }

    private static CycleTime time(List<BucketCount> counts) {
        var first = counts.getFirst();
        var visits = counts.stream().mapToInt(count -> count.of().visits()).sum();
        var buckets = counts.stream().map(BucketCount::of).toList();
        return new CycleTime(
                first.process(),
                first.element(),
                first.waitsFor(),
                visits,
                DurationBucket.percentile(buckets, 0.5),
                visits < WaitingNow.LEAST_FOR_P85 ? null : DurationBucket.percentile(buckets, 0.85),
                Duration.ofSeconds(
                        counts.stream().mapToLong(BucketCount::seconds).sum()),
                counts.stream().mapToInt(BucketCount::promised).sum(),
                counts.stream().mapToInt(BucketCount::onTime).sum());
    }
}
