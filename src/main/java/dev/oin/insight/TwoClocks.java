package dev.oin.insight;

import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long submissions have been with the team, and with their ISV since they were first handed in: each side's clock stands still while it is the other's turn. */
@Repository
public class TwoClocks {

    private final JdbcClient client;
    private final Clock clock;

    TwoClocks(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The clocks of those that were ever handed in. */
    public Map<SubmissionId, Times> of(Collection<SubmissionId> submissions) {
        Map<SubmissionId, Times> clocks = new HashMap<>();
        client.sql("""
                        select submission,
                            coalesce(sum(extract(epoch from coalesce(left_at, :now) - entered_at)) filter (where waits_for = 'TEAM'), 0) as team,
                            coalesce(sum(extract(epoch from coalesce(left_at, :now) - entered_at)) filter (where element in ('ISV_REVIEW', 'ISV_FIX')), 0) as isv
                        from flow_visits where process = 'phase' and submission = any(:submissions)
                        group by submission having count(*) filter (where waits_for = 'TEAM') > 0""")
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "submissions",
                        submissions.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(row -> {
                    clocks.put(
                            new SubmissionId(row.getObject("submission", UUID.class)),
                            new Times(Duration.ofSeconds(row.getLong("team")), Duration.ofSeconds(row.getLong("isv"))));
                });
        return clocks;
    }

    /** The time on each side. */
    public record Times(Duration team, Duration isv) {

        /** Both in words, as the ISV reads them. */
        public String words() {
            return "with the team %s, with you %s".formatted(days(team), days(isv));
        }

        private static String days(Duration time) {
            return time.toDays() > 0
                    ? "%d d %d h".formatted(time.toDays(), time.toHoursPart())
                    : "%d h".formatted(time.toHours());
        }
    }
}
