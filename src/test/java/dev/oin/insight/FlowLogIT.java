package dev.oin.insight;

import static dev.oin.insight.StayFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlowLogIT {

    private static final Slice MONTH = Slice.ofDays(30);

    private final StayFixture flow = new StayFixture();

    @Test
    void counts_what_waits_with_its_age_and_opens_the_items() {
        flow.waits(1, "oinSubmission", "initialReview", Duration.ofHours(4), NOW.plusSeconds(60));
        flow.waits(2, "oinSubmission", "initialReview", Duration.ofHours(2), NOW.minusSeconds(60));
        flow.waits(3, "resolveIssues", Duration.ofDays(1));
        flow.leaves(3, "resolveIssues", NOW);

        var waiting = flow.waiting.atElements(MONTH);

        assertThat(waiting).singleElement().satisfies(at -> {
            assertThat(at.count()).isEqualTo(2);
            assertThat(at.overdue()).isEqualTo(1);
            assertThat(at.median()).isEqualTo(Duration.ofHours(3));
            assertThat(at.oldest()).isEqualTo(Duration.ofHours(4));
            assertThat(at.p85()).isNull();
        });
        assertThat(flow.stays.waitingAt("oinSubmission", "initialReview", MONTH))
                .extracting(Stay::integration)
                .containsExactly("Acme Shifts 1", "Acme Shifts 2");
        assertThat(flow.stays.overdue(MONTH)).extracting(Stay::integration).containsExactly("Acme Shifts 2");
    }

    @Test
    void a_visit_told_twice_counts_once() {
        flow.waits(1, "initialReview", Duration.ofHours(4));
        flow.waits(1, "initialReview", Duration.ofHours(4));
        flow.leaves(1, "initialReview", NOW);
        flow.leaves(1, "initialReview", NOW.plusSeconds(5));

        var times = flow.times.atElements(MONTH);

        assertThat(times).singleElement().satisfies(time -> {
            assertThat(time.visits()).isEqualTo(1);
            assertThat(time.median()).isBetween(Duration.ofHours(3), Duration.ofHours(5));
            assertThat(time.total()).isEqualTo(Duration.ofHours(4));
        });
    }

    @Test
    void tells_an_85th_percentile_from_twenty_on() {
        for (int number = 1; number <= 20; number++) {
            flow.waits(number, "initialReview", Duration.ofHours(number));
            flow.leaves(number, "initialReview", NOW);
        }

        var times = flow.times.atElements(MONTH);

        assertThat(times)
                .singleElement()
                .satisfies(time -> assertThat(time.p85()).isBetween(Duration.ofHours(15), Duration.ofHours(20)));
    }

    @Test
    void follows_the_phases_on_the_way_to_the_catalog_with_both_clocks() {
        flow.reaches(1, "INITIAL_REVIEW", "TEAM", Duration.ofDays(5));
        flow.reaches(1, "INITIAL_REVIEW", "TEAM", Duration.ofDays(5).minusMinutes(1));
        flow.reaches(1, "ISV_REVIEW", "ISV", Duration.ofDays(4));
        flow.reaches(1, "INITIAL_REVIEW", "TEAM", Duration.ofDays(1));
        flow.reaches(1, "PUBLISHED", "ISV", Duration.ZERO);

        var times = flow.times.inPhases(MONTH);

        assertThat(times)
                .extracting(CycleTime::element, CycleTime::waitsFor, CycleTime::visits, CycleTime::total)
                .containsExactlyInAnyOrder(
                        tuple("PUBLISHED", "SYSTEM", 1, Duration.ofDays(5)),
                        tuple("INITIAL_REVIEW", "TEAM", 2, Duration.ofDays(2)),
                        tuple("ISV_REVIEW", "ISV", 1, Duration.ofDays(3)));
        assertThat(flow.waiting.inPhases(MONTH)).isEmpty();
    }

    @Test
    void a_phase_keeps_the_promise_first_given_whatever_was_moved() {
        flow.reaches(1, "INITIAL_REVIEW", "TEAM", Duration.ofDays(5));
        flow.waits(1, "oinSubmission", "initialReview", Duration.ofDays(5), NOW.minus(Duration.ofDays(1)));
        flow.log.promised(StayFixture.submission(1), "initialReview", NOW.plusSeconds(60));
        flow.reaches(1, "QA_TESTING", "TEAM", Duration.ZERO);

        var missed = flow.stays.promised("INITIAL_REVIEW", false, MONTH);

        assertThat(missed).singleElement().satisfies(stay -> {
            assertThat(stay.dueAt()).isEqualTo(NOW.plusSeconds(60));
            assertThat(stay.promisedAt()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        });
        assertThat(flow.times.inPhases(MONTH))
                .singleElement()
                .satisfies(time -> assertThat(time.onTimePercent()).isZero());
    }

    @Test
    void tells_throughput_by_week() {
        flow.reaches(1, "INITIAL_REVIEW", "TEAM", Duration.ofDays(8));
        flow.reaches(1, "PUBLISHED", "ISV", Duration.ofHours(1));
        flow.reaches(2, "INITIAL_REVIEW", "TEAM", Duration.ofHours(9));
        flow.reaches(2, "REJECTED", "SYSTEM", Duration.ofHours(1));

        var weeks = flow.throughput.weeks(Slice.ofDays(14));

        assertThat(weeks)
                .containsExactly(
                        new WeekFlow(LocalDate.of(2026, 11, 9), 0, 0, 0),
                        new WeekFlow(LocalDate.of(2026, 11, 16), 1, 0, 0),
                        new WeekFlow(LocalDate.of(2026, 11, 23), 1, 1, 1));
    }

    @Test
    void cuts_by_protocol_kind_and_round() {
        flow.waits(1, "initialReview", Duration.ofHours(1));
        flow.waits(2, "initialReview", Duration.ofHours(1));
        flow.waits(4, "initialReview", Duration.ofHours(1));
        flow.leaves(4, "initialReview", NOW);

        var saml = new Slice(30, Protocol.SAML, "NEW", 1);

        assertThat(flow.waiting.atElements(saml))
                .singleElement()
                .satisfies(at -> assertThat(at.count()).isEqualTo(1));
        assertThat(flow.times.atElements(saml)).hasSize(1);
        assertThat(flow.times.atElements(new Slice(30, Protocol.SCIM, null, null)))
                .isEmpty();
        assertThat(flow.waiting.atElements(new Slice(30, null, null, 2))).isEmpty();
    }

    @Test
    void knows_who_holds_the_work() {
        var dana = new AccountId(new UUID(2, 1));
        flow.waits(1, "initialReview", Duration.ofHours(1));

        flow.log.assigned(StayFixture.submission(1), "initialReview", dana);

        assertThat(flow.stays.waitingAt("oinSubmission", "initialReview", MONTH))
                .singleElement()
                .satisfies(stay -> assertThat(stay.assignee()).isEqualTo(dana));
    }
}
