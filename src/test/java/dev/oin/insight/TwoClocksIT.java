package dev.oin.insight;

import static dev.oin.insight.StayFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.storage.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TwoClocksIT {

    private final DataSource database = TestDatabase.fresh();
    private final StayFixture flow = new StayFixture(database);
    private final TwoClocks clocks = new TwoClocks(JdbcClient.create(database), StayFixture.CLOCK);
    private final Forecasts forecasts = new Forecasts(flow.times);

    @Test
    void each_clock_stands_still_while_it_is_the_others_turn() {
        flow.reaches(1, "DRAFT", "ISV", Duration.ofDays(30));
        flow.reaches(1, "INITIAL_REVIEW", "TEAM", Duration.ofDays(9));
        flow.reaches(1, "ISV_REVIEW", "ISV", Duration.ofDays(6));
        flow.reaches(1, "INITIAL_REVIEW", "TEAM", Duration.ofDays(2));
        flow.reaches(2, "DRAFT", "ISV", Duration.ofDays(3));

        var times = clocks.of(List.of(submission(1), submission(2)));

        assertThat(times.get(submission(1))).isEqualTo(new TwoClocks.Times(Duration.ofDays(5), Duration.ofDays(4)));
        assertThat(times.get(submission(1)).words()).isEqualTo("with the team 5 d 0 h, with you 4 d 0 h");
        assertThat(times).doesNotContainKey(submission(2));
    }

    @Test
    void a_forecast_is_made_once_there_is_enough_experience() {
        for (int number = 1; number <= 19; number++) {
            went(number);
        }
        var tooEarly = forecasts.of("INITIAL_REVIEW");
        went(20);

        var forecast = forecasts.of("INITIAL_REVIEW").orElseThrow();

        assertThat(tooEarly).isEmpty();
        assertThat(forecast.of()).isEqualTo(20);
        assertThat(forecast.p50()).isBetween(Duration.ofHours(8), Duration.ofHours(12));
        assertThat(forecast.p85()).isBetween(Duration.ofHours(14), Duration.ofHours(20));
        assertThat(forecasts.of("QA_TESTING")).isEmpty();
    }

    /** It took as many hours as its number. */
    private void went(int number) {
        flow.reaches(number, "INITIAL_REVIEW", "TEAM", Duration.ofHours(100 + number));
        flow.reaches(number, "ISV_REVIEW", "ISV", Duration.ofHours(100));
    }
}
