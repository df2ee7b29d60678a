package dev.oin.workflow;

import static dev.oin.review.ReviewDesk.Outcome.APPROVE;
import static dev.oin.review.ReviewDesk.Outcome.REJECT;
import static dev.oin.review.ReviewDesk.Outcome.RETURN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every path of {@code processes/qa-testing.bpmn}. */
class QaTestingProcessIT {

    @Test
    void every_part_that_applies_runs_and_is_waited_for() {
        try (var walk = inQa(EnumSet.of(Protocol.SAML, Protocol.SCIM, Protocol.UNIVERSAL_LOGOUT))) {
            walk.assertWaitsAt("runSsoChecks", "runScimChecks", "runLogoutChecks");
            walk.work("runSsoChecks");
            walk.runJobs();

            walk.assertWaitsAt("verifyInQa");
            assertThat(walk.stages.calls)
                    .contains(
                            "prepareForQa[submission-tester]",
                            "prepareForQa[saml-security]",
                            "prepareForQa[scim-spec]",
                            "prepareForQa[scim-crud]",
                            "prepareForQa[logout]")
                    .containsOnlyOnce("summariseChecks");
            assertThat(walk.stages.executed).hasSize(4);
        }
    }

    @Test
    void a_part_that_does_not_apply_is_left_out() {
        try (var walk = inQa(EnumSet.of(Protocol.SCIM))) {
            walk.assertWaitsAt("runScimChecks");
        }
    }

    @Test
    void with_nothing_left_to_run_it_is_the_analysts_turn_at_once() {
        try (var walk = inQa(EnumSet.noneOf(Protocol.class))) {
            walk.assertWaitsAt("verifyInQa");
            assertThat(walk.walked()).doesNotContain("runSsoChecks", "runScimChecks", "runLogoutChecks");
        }
    }

    @Test
    void it_ends_as_passed() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(APPROVE);

            assertThat(walk.walked()).contains("qaPassed").doesNotContain("qaFailed", "qaRejected");
            assertThat(walk.stages.calls).containsOnlyOnce("retire");
        }
    }

    @Test
    void it_ends_as_failed() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(RETURN);

            assertThat(walk.walked()).contains("qaFailed").doesNotContain("qaPassed", "qaRejected");
            assertThat(walk.stages.calls).containsOnlyOnce("retire");
        }
    }

    @Test
    void it_ends_as_rejected() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(REJECT);

            assertThat(walk.walked()).contains("qaRejected").doesNotContain("qaPassed", "qaFailed");
            assertThat(walk.stages.calls).containsOnlyOnce("retire");
        }
    }

    @Test
    void what_qa_made_is_retired_when_the_submission_is_withdrawn() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.desk.withdraw(walk.submission, ProcessFixture.ISV);

            assertThat(walk.walked()).doesNotContain("qaPassed", "qaFailed", "qaRejected");
            assertThat(walk.stages.calls).containsOnlyOnce("retire");
        }
    }

    @Test
    void what_qa_made_stays_while_a_rerun_outlives_the_decision() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.requestRun();
            walk.decide(APPROVE);
            assertThat(walk.stages.calls).doesNotContain("retire");

            walk.work("rerunChecks");
            walk.runJobs();

            assertThat(walk.stages.calls).containsOnlyOnce("retire");
        }
    }

    @Test
    void the_analyst_runs_checks_again_beside_the_task() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            var run = walk.requestRun();
            walk.assertWaitsAt("rerunChecks", "verifyInQa");

            walk.work("rerunChecks");
            walk.runJobs();

            walk.assertWaitsAt("verifyInQa");
            assertThat(walk.stages.executed).contains(run);
        }
    }

    @Test
    void an_overdue_qa_is_escalated_and_goes_on() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.passTime(Stages.TIME_FOR_A_REVIEW);

            walk.assertWaitsAt("verifyInQa");
            assertThat(walk.stages.calls).endsWith("sendOverdue");
        }
    }

    @Test
    void a_date_moved_while_the_checks_run_holds_for_the_analyst() {
        try (var walk = inQa(EnumSet.of(Protocol.SAML))) {
            var later = walk.now().plus(Duration.ofDays(20));
            walk.desk.moveDueDate(walk.submission, later);
            walk.work("runSsoChecks");
            walk.runJobs();

            assertThat(walk.desk.taskOf(walk.submission).orElseThrow().due()).isEqualTo(later);
        }
    }

    private static ProcessFixture inQa(Set<Protocol> protocols) {
        var walk = ProcessFixture.aDraft(SubmissionKind.NEW, protocols);
        walk.submit();
        walk.decide(APPROVE);
        return walk;
    }
}
