package dev.oin.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits now, by element or by phase. */
@Repository
public class WaitingNow {

    /** Under so many items no 85th percentile is told. */
    public static final int LEAST_FOR_P85 = 20;

    /** Work at an element past its date. */
    static final String OVERDUE =
            "process not in ('phase', 'journey') and left_at is null and due_at is not null and due_at < :now";

    private final JdbcClient client;
    private final Clock clock;

    WaitingNow(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** What waits at the models' elements. */
    public List<Waiting> atElements(Slice slice) {
        return counted(slice, "process not in ('phase', 'journey')");
    }

    /** What is in the phases between handing in and the outcome. */
    public List<Waiting> inPhases(Slice slice) {
        return counted(slice, "process = 'phase'");
    }

    private List<Waiting> counted(Slice slice, String which) {
        return client.sql("""
                        select process, element, min(waits_for) waits_for, count(*) visits,
                               count(*) filter (where due_at < :now) overdue,
                               percentile_cont(0.5) within group (order by age) median,
                               percentile_cont(0.85) within group (order by age) p85,
                               max(age) oldest
                        from (select *, extract(epoch from :now::timestamptz - entered_at) age
                              from flow_visits where left_at is null and %s%s) waiting
                        group by process, element order by process, visits desc, element""".formatted(which, Slice.CONDITION))
                .param("now", Timestamp.from(clock.instant()))
                .params(slice.parameters())
                .query((row, number) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var count = row.getInt("visits");
        return new Waiting(
                row.getString("process"),
                row.getString("element"),
                row.getString("waits_for"),
                count,
                row.getInt("overdue"),
                seconds(row, "median"),
                p85(row, count),
                seconds(row, "oldest"));
    }

    private static @Nullable Duration p85(ResultSet row, int count) throws SQLException {
        return count < LEAST_FOR_P85 ? null : seconds(row, "p85");
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofSeconds(Math.max(0, Math.round(row.getDouble(column))));
    }
}
