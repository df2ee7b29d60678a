package dev.oin.insight;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in and what went out, by week. */
@Repository
public class Throughput {

    private final JdbcClient client;
    private final Clock clock;

    Throughput(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The weeks of the period, oldest first, this week included. */
    public List<WeekFlow> weeks(Slice slice) {
        var period = Period.of(slice, clock.instant());
        return client.sql("""
                        with weeks as (select generate_series(date_trunc('week', :first::timestamp), date_trunc('week', :last::timestamp), interval '7 days')::date as week),
                        begun as (select date_trunc('week', entered_at at time zone 'UTC')::date as week, count(*) as submitted
                            from flow_visits where process = 'journey' and entered_at >= date_trunc('week', :first::timestamp) at time zone 'UTC'%1$s group by 1),
                        ended as (select date_trunc('week', left_at at time zone 'UTC')::date as week,
                                count(*) filter (where element = 'PUBLISHED') as published, count(*) filter (where element <> 'PUBLISHED') as closed
                            from flow_visits where process = 'journey' and left_at >= date_trunc('week', :first::timestamp) at time zone 'UTC'%1$s group by 1)
                        select week, coalesce(submitted, 0) submitted, coalesce(published, 0) published, coalesce(closed, 0) closed
                        from weeks left join begun using (week) left join ended using (week) order by week""".formatted(Slice.CONDITION))
                .param("first", Date.valueOf(period.first()))
                .param("last", Date.valueOf(period.last()))
                .params(slice.parameters())
                .query((row, number) -> new WeekFlow(
                        row.getObject("week", LocalDate.class),
                        row.getInt("submitted"),
                        row.getInt("published"),
                        row.getInt("closed")))
                .list();
    }
}
