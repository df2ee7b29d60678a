package dev.oin.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.insight.StayFixture;
import dev.oin.storage.database.CountingDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementsPerPageIT {

    private final CountingDatabase database = new CountingDatabase();
    private final StayFixture flow = new StayFixture(database.source());

    @Test
    void each_page_asks_the_database_as_often_for_many_items_as_for_one() {
        fill(1, 1);
        var forOne = new int[] {process(), flow(), promises()};
        fill(2, 60);

        var forMany = new int[] {process(), flow(), promises()};

        assertThat(forMany).containsExactly(forOne).containsExactly(4, 3, 2);
    }

    private void fill(int from, int to) {
        for (int number = from; number <= to; number++) {
            flow.reaches(number, "INITIAL_REVIEW", "TEAM", Duration.ofHours(number + 1L));
            flow.waits(number, "oinSubmission", "initialReview", Duration.ofHours(number), StayFixture.NOW);
        }
    }

    private int process() {
        var views = new ProcessViews(flow.waiting, flow.times, new Models());
        var query = InsightQuery.of(Map.of("items", "waiting", "process", "oinSubmission", "element", "initialReview"));
        return database.during(() -> {
            views.elements(query);
            views.summary(query);
            assertThat(new ItemsBehind(flow.stays, StayFixture.CLOCK).list(query))
                    .isNotEmpty();
        });
    }

    private int flow() {
        return database.during(
                () -> new FlowViews(flow.throughput, flow.times, flow.waiting).show(InsightQuery.of(Map.of())));
    }

    private int promises() {
        return database.during(() -> new PromiseViews(flow.times, flow.waiting).show(InsightQuery.of(Map.of())));
    }
}
