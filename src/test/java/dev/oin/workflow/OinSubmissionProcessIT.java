package dev.oin.workflow;

import static dev.oin.review.ReviewDesk.Outcome.APPROVE;
import static dev.oin.review.ReviewDesk.Outcome.REJECT;
import static dev.oin.review.ReviewDesk.Outcome.RETURN;
import static dev.oin.submission.SubmissionState.CATALOG_REVIEW;
import static dev.oin.submission.SubmissionState.FINAL_REVIEW;
import static dev.oin.submission.SubmissionState.INITIAL_REVIEW;
import static dev.oin.submission.SubmissionState.ISV_FIX;
import static dev.oin.submission.SubmissionState.ISV_REVIEW;
import static dev.oin.submission.SubmissionState.PUBLISHED;
import static dev.oin.submission.SubmissionState.PUBLISHING;
import static dev.oin.submission.SubmissionState.QA_TESTING;
import static dev.oin.submission.SubmissionState.REJECTED;
import static dev.oin.submission.SubmissionState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.WizardPage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every path of {@code processes/oin-submission.bpmn}. */
class OinSubmissionProcessIT {

    @Test
    @Tag("T2")
    @Tag("T6")
    @Tag("T10")
    @Tag("T13")
    void the_straight_path_leads_from_the_first_page_to_the_catalog() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.assertWaitsAt("checkBeforePublication");

            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("retentionEnding");
            assertThat(walk.stages.states)
                    .startsWith(INITIAL_REVIEW)
                    .endsWith(PUBLISHED)
                    .containsSubsequence(INITIAL_REVIEW, QA_TESTING, PUBLISHING, PUBLISHED);
            assertThat(walk.stages.calls)
                    .containsSubsequence(
                            "queue[INITIAL]", "sendReviewQueued", "opened[initialReview]", "recordDecision[INITIAL]")
                    .containsSubsequence("queue[QA]", "sendReviewPassed", "summariseChecks", "opened[verifyInQa]")
                    .containsSubsequence("recordDecision[QA]", "publish", "sendPublished");
            assertThat(walk.walked()).doesNotContain("resolveIssues", "sendRejected", "publicationDateReached");
        }
    }

    @ParameterizedTest
    @EnumSource(WizardPage.class)
    void each_page_can_be_turned_to(WizardPage page) {
        try (var walk = ProcessFixture.aDraft()) {
            walk.drafts.turnTo(walk.submission, page);

            walk.assertWaitsAt(page.task());
        }
    }

    @ParameterizedTest
    @EnumSource(WizardPage.class)
    void the_submission_is_handed_in_from_whichever_page_is_open(WizardPage page) {
        try (var walk = ProcessFixture.aDraft()) {
            walk.drafts.turnTo(walk.submission, page);

            assertThat(walk.submit()).isTrue();

            walk.assertWaitsAt("initialReview");
        }
    }

    @Test
    void an_update_starts_at_the_page_its_kind_needs() {
        try (var walk = ProcessFixture.aDraft(SubmissionKind.FUNCTIONAL, EnumSet.of(Protocol.SAML))) {
            walk.assertWaitsAt("configureIntegration");
        }
    }

    @Test
    void a_closed_gate_leads_to_the_testing_page() {
        try (var walk = ProcessFixture.aDraft()) {
            walk.stages.gateIsOpen = false;

            assertThat(walk.submit()).isFalse();

            walk.assertWaitsAt("testIntegration");
            assertThat(walk.stages.states).isEmpty();
        }
    }

    @Test
    void handed_in_once_more_it_stays_where_it_is() {
        try (var walk = ProcessFixture.aSubmission()) {
            var before = walk.waitingAt();

            assertThat(walk.team.submit(walk.submission, ProcessFixture.ISV)).isFalse();

            assertThat(walk.waitingAt()).isEqualTo(before);
        }
    }

    @Test
    void runs_of_a_draft_do_not_meet() {
        try (var walk = ProcessFixture.aDraft()) {
            var one = walk.requestRun();
            var other = walk.requestRun();
            walk.assertWaitsAt("runChecks", "runChecks", "selectProtocols");

            walk.work("runChecks");
            walk.runJobs();

            walk.assertWaitsAt("selectProtocols");
            assertThat(walk.stages.executed).containsExactlyInAnyOrder(one, other);
        }
    }

    @Test
    void handing_in_ends_the_runs_that_are_still_under_way() {
        try (var walk = ProcessFixture.aDraft()) {
            walk.requestRun();

            walk.submit();

            walk.assertWaitsAt("initialReview");
            assertThat(walk.stages.calls.toString()).contains("cancelUnfinished");
        }
    }

    @Test
    @Tag("T17")
    void deleting_a_draft_ends_everything_without_a_mail() {
        try (var walk = ProcessFixture.aDraft()) {
            walk.requestRun();

            walk.drafts.delete(walk.submission);

            assertThat(walk.isEnded()).isTrue();
            assertThat(walk.walked()).contains("draftDiscarded");
            assertThat(walk.stages.calls).isEmpty();
        }
    }

    @Test
    @Tag("T3")
    @Tag("T4")
    void returned_by_the_initial_review_and_edited_it_comes_back_to_the_initial_review() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(RETURN);
            walk.assertWaitsAt("resolveIssues");
            walk.submit();

            walk.assertWaitsAt("initialReview");
            assertThat(walk.stages.states).endsWith(ISV_REVIEW, INITIAL_REVIEW);
            assertThat(walk.stages.calls).containsSubsequence("sendIssues", "queue[INITIAL]", "sendFixReceived");
            assertThat(walk.stages.calls).containsOnlyOnce("sendReviewQueued");
        }
    }

    @Test
    @Tag("T5")
    void returned_by_the_initial_review_and_fixed_in_the_app_it_comes_back_without_a_gate() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(RETURN);

            walk.desk.replied(walk.submission, ProcessFixture.ISV);

            walk.assertWaitsAt("initialReview");
            assertThat(walk.walked()).doesNotContain("enforceResubmissionGate");
        }
    }

    @Test
    @Tag("T4")
    void a_closed_gate_keeps_the_issues_with_the_isv() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(RETURN);
            walk.stages.gateIsOpen = false;

            assertThat(walk.submit()).isFalse();

            walk.assertWaitsAt("resolveIssues");
        }
    }

    @Test
    void the_isv_runs_checks_while_it_resolves_issues() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(RETURN);
            var run = walk.requestRun();
            walk.assertWaitsAt("resolveIssues", "runChecksOnFix");

            walk.work("runChecksOnFix");
            walk.runJobs();

            walk.assertWaitsAt("resolveIssues");
            assertThat(walk.stages.executed).containsExactly(run);
        }
    }

    @Test
    @Tag("T7")
    @Tag("T8")
    @Tag("T11")
    void bugs_of_qa_fixed_by_an_edit_lead_to_the_final_review() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(RETURN);
            walk.submit();
            walk.work("runSsoChecks");
            walk.runJobs();
            walk.assertWaitsAt("verifyInQa");
            walk.decide(APPROVE);

            walk.assertWaitsAt("checkBeforePublication");
            assertThat(walk.stages.states).containsSubsequence(QA_TESTING, ISV_FIX, FINAL_REVIEW, PUBLISHING);
            assertThat(walk.stages.calls)
                    .containsSubsequence("queue[FINAL]", "sendFixReceived", "recordDecision[FINAL]");
        }
    }

    @Test
    @Tag("T9")
    void bugs_of_qa_fixed_in_the_app_let_qa_go_on() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(RETURN);

            walk.desk.replied(walk.submission, ProcessFixture.ISV);

            assertThat(walk.stages.states).containsSubsequence(QA_TESTING, ISV_FIX, QA_TESTING);
            assertThat(walk.stages.states).doesNotContain(FINAL_REVIEW);
        }
    }

    @Test
    @Tag("T12")
    void bugs_of_the_final_review_lead_to_another_final_review() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(RETURN);
            walk.submit();
            walk.work("runSsoChecks");
            walk.runJobs();
            walk.decide(RETURN);
            walk.assertWaitsAt("resolveIssues");

            walk.desk.replied(walk.submission, ProcessFixture.ISV);

            assertThat(walk.stages.states).endsWith(FINAL_REVIEW, ISV_FIX, FINAL_REVIEW);
        }
    }

    @Test
    @Tag("T16")
    void a_catalog_only_update_is_reviewed_for_the_catalog_alone() {
        try (var walk = aCatalogUpdate()) {
            walk.assertWaitsAt("catalogReview");
            walk.decide(APPROVE);
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("retentionEnding");
            assertThat(walk.stages.states).contains(CATALOG_REVIEW, PUBLISHED);
            assertThat(walk.walked()).doesNotContain("initialReview", "qaTesting");
        }
    }

    @Test
    @Tag("T16")
    void a_returned_catalog_update_comes_back_to_the_catalog_review() {
        try (var walk = aCatalogUpdate()) {
            walk.decide(RETURN);
            walk.submit();

            walk.assertWaitsAt("catalogReview");
            assertThat(walk.stages.states).endsWith(CATALOG_REVIEW, ISV_REVIEW, CATALOG_REVIEW);
        }
    }

    @Test
    @Tag("T16")
    void a_catalog_update_that_cannot_be_published_comes_back_to_the_catalog_review_and_never_to_qa() {
        try (var walk = aCatalogUpdate()) {
            walk.decide(APPROVE);
            walk.stages.obstacles = List.of("The name was taken meanwhile.");
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.assertWaitsAt("resolveIssues");

            walk.submit();

            walk.assertWaitsAt("catalogReview");
            assertThat(walk.stages.states).endsWith(PUBLISHING, ISV_REVIEW, CATALOG_REVIEW);
            assertThat(walk.walked()).doesNotContain("qaTesting");
        }
    }

    @Test
    @Tag("T19")
    void a_rejected_catalog_update_keeps_its_credentials_for_thirty_days() {
        try (var walk = aCatalogUpdate()) {
            walk.decide(REJECT);

            assertRejectedAndWaiting(walk);
        }
    }

    @Test
    @Tag("T19")
    void rejected_in_the_initial_review_it_keeps_its_credentials_for_thirty_days() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(REJECT);

            assertRejectedAndWaiting(walk);
        }
    }

    @Test
    @Tag("T19")
    void rejected_in_qa_it_keeps_its_credentials_for_thirty_days() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(REJECT);

            assertRejectedAndWaiting(walk);
        }
    }

    @Test
    @Tag("T13")
    void what_cannot_be_published_goes_to_its_issues_and_through_final_review_again() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.stages.obstacles = List.of("The name was taken meanwhile.");
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.assertWaitsAt("resolveIssues");
            walk.stages.obstacles = List.of();
            walk.submit();
            walk.work("runSsoChecks");
            walk.runJobs();
            walk.decide(APPROVE);
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("retentionEnding");
            assertThat(walk.stages.states)
                    .containsSubsequence(PUBLISHING, ISV_FIX, FINAL_REVIEW, PUBLISHING, PUBLISHED);
            assertThat(walk.stages.calls).containsOnlyOnce("publish");
        }
    }

    @Test
    void a_date_chosen_by_the_isv_delays_publication() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(3)));
            walk.work("checkBeforePublication");
            walk.passTime(Duration.ofDays(3).minusSeconds(1));
            walk.assertWaitsAt("publicationDateReached");
            assertThat(walk.stages.calls).contains("reserve").doesNotContain("publish");

            walk.passTime(Duration.ofSeconds(1));
            walk.assertWaitsAt("checkBeforePublication");
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("retentionEnding");
            assertThat(walk.stages.calls).containsOnlyOnce("publish").containsOnlyOnce("sendPublished");
        }
    }

    @Test
    @Tag("T13")
    void what_stands_in_the_way_on_the_chosen_day_becomes_issues_and_is_published_at_once_when_mended() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(3)));
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.stages.obstacles = List.of("The guide answers 404.");
            walk.passTime(Duration.ofDays(3));
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.assertWaitsAt("resolveIssues");
            assertThat(walk.stages.calls)
                    .containsSubsequence("raisePublicationIssues[The guide answers 404.]", "sendIssues")
                    .doesNotContain("publish");

            walk.stages.obstacles = List.of();
            walk.desk.replied(walk.submission, ProcessFixture.ISV);
            walk.work("runSsoChecks");
            walk.runJobs();
            walk.decide(APPROVE);
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("retentionEnding");
            assertThat(walk.stages.calls).containsOnlyOnce("publish");
        }
    }

    @Test
    void a_new_day_chosen_while_the_last_look_is_under_way_is_waited_for() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(3)));
            walk.work("checkBeforePublication");
            walk.passTime(Duration.ofDays(3));
            walk.assertWaitsAt("checkBeforePublication");

            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(2)));
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("publicationDateReached");
            assertThat(walk.stages.calls).doesNotContain("publish");
        }
    }

    /** The model before there was a last look on the chosen day. */
    private static final UnaryOperator<String> WITHOUT_LAST_LOOK = model -> model.replace(
            "sourceRef=\"publicationDateReached\" targetRef=\"checkBeforePublication\"",
            "sourceRef=\"publicationDateReached\" targetRef=\"publishIntegration\"");

    @Test
    void who_waits_for_a_date_under_the_model_before_is_looked_at_again_after_the_next_start() {
        try (var walk = ProcessFixture.under(WITHOUT_LAST_LOOK, ProcessFixture::aPassedSubmission)) {
            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(3)));
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.assertWaitsAt("publicationDateReached");

            walk.startAgain();
            walk.startAgain();

            walk.passTime(Duration.ofDays(3));
            walk.assertWaitsAt("checkBeforePublication");
            assertThat(walk.stages.calls).doesNotContain("publish");
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.assertWaitsAt("retentionEnding");
        }
    }

    @Test
    void who_is_in_review_under_the_model_before_comes_to_the_new_one_by_and_by() {
        try (var walk = ProcessFixture.under(WITHOUT_LAST_LOOK, ProcessFixture::aSubmissionInQa)) {
            walk.startAgain();
            walk.startAgain();
            walk.runBatches();

            walk.decide(APPROVE);
            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(3)));
            walk.work("checkBeforePublication");
            walk.passTime(Duration.ofDays(3));
            walk.assertWaitsAt("checkBeforePublication");
        }
    }

    @Test
    void a_date_can_be_moved_while_the_process_waits_for_it() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(3)));
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(10)));

            walk.passTime(Duration.ofDays(9));
            walk.assertWaitsAt("publicationDateReached");
            walk.passTime(Duration.ofDays(1));
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.assertWaitsAt("retentionEnding");
        }
    }

    @Test
    void choosing_at_once_ends_the_wait_for_a_date() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.publication.publishAt(walk.submission, walk.now().plus(Duration.ofDays(3)));
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.publication.publishAt(walk.submission, null);
            walk.runJobs();
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("retentionEnding");
        }
    }

    @Test
    void a_date_that_is_past_when_it_is_passed_does_not_delay() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.publication.publishAt(walk.submission, walk.now().minus(Duration.ofDays(1)));

            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.work("checkBeforePublication");
            walk.runJobs();

            walk.assertWaitsAt("retentionEnding");
        }
    }

    @ParameterizedTest
    @CsvSource({"2027-10-05T12:00:00Z, 2027-11-04", "2027-03-10T12:00:00Z, 2027-04-09"})
    void credentials_are_deleted_on_the_thirtieth_day_also_when_the_clocks_change_in_between(
            Instant published, LocalDate promised) {
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.passTime(Duration.between(walk.now(), published));
            walk.work("checkBeforePublication");
            walk.runJobs();

            var days = 0;
            while (!walk.isEnded() && days < 40) {
                walk.passTime(Duration.ofDays(1));
                days++;
            }

            assertThat(LocalDate.ofInstant(walk.now(), ZoneOffset.UTC)).isBetween(promised, promised.plusDays(1));
            assertThat(walk.stages.calls).containsSubsequence("sendCredentialReminder", "deleteTestCredentials");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void the_credentials_are_announced_a_week_before_they_are_deleted() {
        try (var walk = ProcessFixture.aPassedSubmission()) {
            walk.work("checkBeforePublication");
            walk.runJobs();
            walk.passTime(Duration.ofDays(23));
            walk.assertWaitsAt("retentionEnded");
            assertThat(walk.stages.calls).endsWith("sendCredentialReminder");

            walk.passTime(Duration.ofDays(7));

            assertThat(walk.isEnded()).isTrue();
            assertThat(walk.stages.calls).endsWith("deleteTestCredentials", "sendCredentialsDeleted");
        }
    }

    @Test
    @Tag("T14")
    void withdrawn_during_the_initial_review_it_acts_as_a_draft_and_starts_anew() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.desk.withdraw(walk.submission, ProcessFixture.ISV);
            assertThat(walk.stages.states).endsWith(WITHDRAWN);
            assertThat(walk.stages.calls).endsWith("withdrawn", "sendWithdrawn");
            walk.assertWaitsAt("testIntegration");

            walk.submit();

            walk.assertWaitsAt("initialReview");
        }
    }

    @Test
    @Tag("T14")
    void withdrawn_during_qa_it_takes_the_checks_along() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(APPROVE);
            walk.assertWaitsAt("runSsoChecks");

            walk.desk.withdraw(walk.submission, ProcessFixture.ISV);

            assertThat(walk.externalTasks("runSsoChecks")).isEmpty();
            assertThat(walk.stages.states).endsWith(WITHDRAWN);
        }
    }

    @Test
    @Tag("T14")
    void withdrawn_with_open_issues_it_forgets_who_raised_them() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            walk.decide(RETURN);
            walk.desk.withdraw(walk.submission, ProcessFixture.ISV);

            walk.submit();

            walk.assertWaitsAt("initialReview");
        }
    }

    @Test
    void a_withdrawn_draft_can_be_deleted() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.desk.withdraw(walk.submission, ProcessFixture.ISV);

            walk.drafts.delete(walk.submission);

            assertThat(walk.isEnded()).isTrue();
        }
    }

    @Test
    @Tag("T20")
    void silence_is_answered_by_three_reminders_and_at_last_by_withdrawal() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(RETURN);
            walk.passTime(Duration.ofDays(14));
            assertThat(walk.stages.calls).endsWith("sendReminder[46]");
            walk.passTime(Duration.ofDays(16));
            assertThat(walk.stages.calls).endsWith("sendReminder[30]");
            walk.passTime(Duration.ofDays(20));
            assertThat(walk.stages.calls).endsWith("sendReminder[10]");

            walk.passTime(Duration.ofDays(10));

            assertThat(walk.stages.calls).endsWith("withdrawn", "sendSilenceWithdrawal");
            assertThat(walk.stages.states).endsWith(WITHDRAWN);
        }
    }

    @Test
    @Tag("T20")
    @ResourceLock(Resources.TIME_ZONE)
    void silence_is_counted_in_days_when_the_clocks_change_meanwhile() {
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (var walk = ProcessFixture.aDraft()) {
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-05T12:00:00Z")));
            walk.submit();
            walk.decide(RETURN);
            walk.passTime(Duration.ofDays(14));
            assertThat(walk.stages.calls).endsWith("sendReminder[46]");
            walk.passTime(Duration.ofDays(16));
            assertThat(reminders(walk)).isOne();
            walk.passTime(Duration.ofHours(1));
            assertThat(walk.stages.calls).endsWith("sendReminder[30]");
            walk.passTime(Duration.ofDays(20));
            assertThat(walk.stages.calls).endsWith("sendReminder[10]");

            walk.passTime(Duration.ofDays(10));

            assertThat(reminders(walk)).isEqualTo(3);
            assertThat(walk.stages.states).endsWith(WITHDRAWN);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static long reminders(ProcessFixture walk) {
        return walk.stages.calls.stream()
                .filter(call -> call.startsWith("sendReminder"))
                .count();
    }

    @Test
    void an_action_of_the_isv_starts_the_clocks_of_silence_anew() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(RETURN);
            walk.passTime(Duration.ofDays(15));
            walk.drafts.turnTo(walk.submission, WizardPage.CONFIGURATION);
            walk.passTime(Duration.ofDays(13));
            assertThat(walk.stages.calls.stream().filter(call -> call.startsWith("sendReminder")))
                    .hasSize(1);

            walk.passTime(Duration.ofDays(1));

            assertThat(walk.stages.calls).endsWith("sendReminder[46]");
            assertThat(walk.stages.calls.stream().filter(call -> call.startsWith("sendReminder")))
                    .hasSize(2);
        }
    }

    @Test
    void an_overdue_initial_review_is_escalated_and_goes_on() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.passTime(Stages.TIME_FOR_A_REVIEW);

            walk.assertWaitsAt("initialReview");
            assertThat(walk.stages.calls).endsWith("sendOverdue");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-10-22T12:00:00Z", "2027-03-25T12:00:00Z"})
    @ResourceLock(Resources.TIME_ZONE)
    void a_review_is_overdue_at_the_promised_instant_also_when_the_clocks_change_in_between(Instant submitted) {
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (var walk = ProcessFixture.aDraft()) {
            ClockUtil.setCurrentTime(Date.from(submitted));
            walk.submit();

            walk.passTime(Stages.TIME_FOR_A_REVIEW.minusSeconds(1));
            assertThat(walk.stages.calls).doesNotContain("sendOverdue");
            walk.passTime(Duration.ofSeconds(1));
            assertThat(walk.stages.calls).endsWith("sendOverdue");
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void an_overdue_catalog_review_is_escalated_and_goes_on() {
        try (var walk = aCatalogUpdate()) {
            walk.passTime(Stages.TIME_FOR_A_REVIEW);

            walk.assertWaitsAt("catalogReview");
            assertThat(walk.stages.calls).endsWith("sendOverdue");
        }
    }

    @Test
    void a_moved_date_arms_the_timer_again_even_where_it_has_fired() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.passTime(Stages.TIME_FOR_A_REVIEW);
            var later = walk.now().plus(Duration.ofDays(2));
            walk.desk.moveDueDate(walk.submission, later);
            assertThat(walk.desk.taskOf(walk.submission).orElseThrow().due()).isEqualTo(later);

            walk.passTime(Duration.ofDays(2));

            assertThat(walk.stages.calls.stream().filter("sendOverdue"::equals)).hasSize(2);
        }
    }

    @Test
    void a_review_is_completed_by_its_own_page_only() {
        try (var walk = ProcessFixture.aSubmission()) {
            var task = walk.engine
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(walk.submission.toString())
                    .singleResult();
            walk.stages.decision = APPROVE;

            assertThatThrownBy(() ->
                            walk.engine.getTaskService().complete(task.getId(), Map.of("reviewOutcome", "APPROVE")))
                    .hasMessageContaining("completed by its own page");

            walk.stages.decision = null;
            assertThatThrownBy(() -> walk.desk.decided(walk.submission, APPROVE, ProcessFixture.ANALYST))
                    .hasMessageContaining("completed by its own page");
            walk.assertWaitsAt("initialReview");
        }
    }

    @Test
    void the_review_desk_hears_who_holds_its_task() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.desk.assign(walk.submission, ProcessFixture.ANALYST);
            walk.desk.assign(walk.submission, null);

            assertThat(walk.stages.calls).endsWith("assigned[" + ProcessFixture.ANALYST + "]", "assigned[null]");
        }
    }

    @Test
    void a_fix_returns_to_the_same_reviewer() {
        try (var walk = ProcessFixture.aSubmission()) {
            walk.decide(RETURN);
            walk.stages.returnTo(ProcessFixture.ANALYST);

            walk.submit();

            assertThat(walk.desk.taskOf(walk.submission).orElseThrow().assignee())
                    .isEqualTo(ProcessFixture.ANALYST);
            assertThat(walk.stages.calls).contains("assigned[" + ProcessFixture.ANALYST + "]");
        }
    }

    @Test
    void managers_hear_where_a_submission_waits() {
        try (var walk = ProcessFixture.aSubmissionInQa()) {
            assertThat(walk.stages.entered)
                    .containsExactly("selectProtocols", "initialReview", "qaTesting", "runSsoChecks", "verifyInQa");
            assertThat(walk.stages.left).hasSize(3);
            assertThat(walk.stages.reached).containsSubsequence("INITIAL_REVIEW", "QA_TESTING");
        }
    }

    private static ProcessFixture aCatalogUpdate() {
        var walk = ProcessFixture.aDraft(SubmissionKind.CATALOG, EnumSet.of(Protocol.SAML));
        walk.submit();
        return walk;
    }

    private static void assertRejectedAndWaiting(ProcessFixture walk) {
        walk.assertWaitsAt("retentionEnding");
        assertThat(walk.stages.states).endsWith(REJECTED).doesNotContain(PUBLISHED);
        assertThat(walk.stages.calls).endsWith("sendRejected");
        assertThat(walk.stages.calls.toString())
                .contains("keepCredentialsUntil[" + walk.now().plus(Duration.ofDays(30)));
    }
}
