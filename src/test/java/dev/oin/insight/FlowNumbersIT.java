package dev.oin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FlowNumbersIT {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final JdbcClient client = JdbcClient.create(TestDatabase.fresh());
    private final FlowRows log = new FlowRows(client);
    private final FlowNumbers numbers = new FlowNumbers(client, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void counts_what_waits_with_its_age_and_opens_the_items() {
        enter("1", "initialReview", Duration.ofHours(4), NOW.plusSeconds(60));
        enter("2", "initialReview", Duration.ofHours(2), NOW.minusSeconds(60));
        enter("3", "resolveIssues", Duration.ofDays(1), null);
        log.left("3", NOW);

        var waiting = numbers.waiting();

        assertThat(waiting).singleElement().satisfies(at -> {
            assertThat(at.count()).isEqualTo(2);
            assertThat(at.overdue()).isEqualTo(1);
            assertThat(at.median()).isEqualTo(Duration.ofHours(3));
            assertThat(at.oldest()).isEqualTo(Duration.ofHours(4));
            assertThat(at.p85()).isNull();
        });
        assertThat(numbers.waitingAt("oinSubmission", "initialReview")).hasSize(2);
        assertThat(numbers.overdue()).hasSize(1);
    }

    @Test
    void a_visit_told_twice_counts_once() {
        enter("1", "initialReview", Duration.ofHours(4), NOW.plusSeconds(60));
        enter("1", "initialReview", Duration.ofHours(4), NOW.plusSeconds(60));
        log.left("1", NOW);
        log.left("1", NOW.plusSeconds(5));

        var times = numbers.cycleTimes(30);

        assertThat(times).singleElement().satisfies(time -> {
            assertThat(time.visits()).isEqualTo(1);
            assertThat(time.onTimePercent()).isEqualTo(100);
            assertThat(time.median()).isBetween(Duration.ofHours(3), Duration.ofHours(5));
        });
    }

    @Test
    void tells_throughput_by_day() {
        enter("1", "initialReview", Duration.ofHours(4), null);
        enter("2", "checkBeforePublication", Duration.ofHours(1), null);
        enter("3", "retentionEnding", Duration.ofMinutes(50), null);

        var days = numbers.throughput(7);

        assertThat(days).hasSize(7);
        assertThat(days.getLast())
                .isEqualTo(new DayFlow(NOW.atZone(ZoneOffset.UTC).toLocalDate(), 1, 1));
    }

    private void enter(String id, String element, Duration ago, @Nullable Instant due) {
        log.entered(new FlowLog.Visit(
                id,
                new SubmissionId(new UUID(1, 1)),
                "oinSubmission",
                element,
                "TEAM",
                "Acme Shifts",
                Set.of(Protocol.SAML),
                "NEW",
                1,
                NOW.minus(ago),
                due));
    }
}
