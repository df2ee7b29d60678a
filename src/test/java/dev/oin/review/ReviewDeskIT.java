package dev.oin.review;

import static dev.oin.review.Desk.DANA;
import static dev.oin.review.Desk.KIM;
import static dev.oin.review.Desk.LEE;
import static dev.oin.review.Desk.NOW;
import static dev.oin.review.Desk.SAM;
import static dev.oin.review.SubmissionBuilder.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.Caller;
import dev.oin.account.StaffRole;
import dev.oin.checks.CheckReport;
import dev.oin.checks.Verdict;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.mail.Mail;
import dev.oin.review.ReviewDesk.Outcome;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewDeskIT {

    private static final Finding LOGO =
            new Finding("IR-LG-4", "logo", Issue.Severity.MUST_FIX, "The logo holds the name.");

    private final Submission submission = aSubmission().build();
    private final Desk desk = new Desk(submission);

    @Test
    @Tag("T2")
    void t2_queues_with_a_promise_and_keeps_it_when_the_step_repeats() {
        var first = desk.steps.queue(desk.id(), ReviewPhase.INITIAL);
        var second = desk.steps.queue(desk.id(), ReviewPhase.INITIAL);

        assertThat(first).isEqualTo(second).isEqualTo("2026-12-01T17:00:00Z");
        assertThat(desk.promises.of(desk.id())).hasSize(1);
    }

    @Test
    void m1_and_m12_are_sent_once_however_often_the_step_runs() {
        desk.open(ReviewPhase.INITIAL);

        desk.reviewMails.sendReviewQueued(desk.id());
        desk.reviewMails.sendReviewQueued(desk.id());

        assertThat(desk.mails)
                .extracting(mail -> mail.key().substring(0, mail.key().indexOf('/', 4)))
                .containsExactly("M1/isv", "M12/team");
        assertThat(desk.mails.getFirst().to()).containsExactly("oin-support@acme.test", "ada@acme.test");
    }

    @Test
    @Tag("T3")
    void t3_returns_with_issues_that_the_isv_sees_only_then() {
        desk.open(ReviewPhase.INITIAL);
        desk.discuss.raise(desk.id(), LOGO, DANA);
        var before = desk.issues.sentTo(desk.id());

        var answer = desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(), ""), DANA);

        assertThat(answer).isEqualTo(new DeskAnswer.Done());
        assertThat(before).isEmpty();
        assertThat(desk.issues.unanswered(desk.id())).extracting(Issue::number).containsExactly(1);
        assertThat(desk.process.moves).containsExactly("decided with decision", "RETURN");
        assertThat(desk.steps.raisedIn(desk.id())).contains(ReviewPhase.INITIAL);
        assertThat(desk.queue.find(desk.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NEW, FINAL", "FUNCTIONAL, FINAL", "CATALOG, CATALOG"})
    @Tag("T13")
    void t13_what_stops_a_publication_is_the_final_reviews_and_of_a_catalog_update_the_catalog_reviews(
            SubmissionKind kind, ReviewPhase raisedIn) {
        var passed = new Desk(aSubmission().of(kind).build());

        passed.steps.raisePublicationIssues(passed.id(), List.of("The name is taken."));
        passed.steps.raisePublicationIssues(passed.id(), List.of("The name is taken."));

        assertThat(passed.steps.raisedIn(passed.id())).contains(raisedIn);
        assertThat(passed.issues.unanswered(passed.id()))
                .singleElement()
                .satisfies(issue -> assertThat(issue.text()).isEqualTo("The name is taken."));
    }

    @Test
    void returning_without_an_issue_is_refused() {
        desk.open(ReviewPhase.INITIAL);

        var answer = desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(), ""), DANA);

        assertThat(answer).isEqualTo(new DeskAnswer.Conflict("Nothing to return: raise an issue first."));
        assertThat(desk.process.moves).isEmpty();
    }

    @Test
    @Tag("T5")
    void t5_replies_without_an_edit_and_comes_back_early_to_the_same_analyst() {
        returned();

        var answer = desk.reply.reply(desk.id(), Map.of(1, "It is the old mark."), desk.ada);

        assertThat(answer).isEqualTo(new DeskAnswer.Done());
        assertThat(desk.process.moves).endsWith("replied");
        desk.open(ReviewPhase.INITIAL);
        assertThat(desk.queue.find(desk.id()).orElseThrow().dueAt()).isEqualTo("2026-11-27T17:00:00Z");
        assertThat(desk.steps.reviewerToReturnTo(desk.id())).contains(DANA.account());
        desk.reviewMails.sendFixReceived(desk.id());
        desk.reviewMails.sendReviewQueued(desk.id());
        assertThat(desk.mails)
                .extracting(Mail::key)
                .filteredOn(key -> key.contains("/isv/"))
                .singleElement()
                .asString()
                .startsWith("M1b/");
    }

    @Test
    @Tag("T5")
    void t5_refuses_while_an_issue_is_unanswered_or_an_edit_is_unsent() {
        returned();

        var unanswered = desk.reply.reply(desk.id(), Map.of(), desk.ada);
        desk.becomes(edited());
        var unsent = desk.reply.reply(desk.id(), Map.of(1, "Done."), desk.ada);

        assertThat(unanswered).isEqualTo(new DeskAnswer.Conflict("Answer every open issue; missing: #1."));
        assertThat(unsent).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(desk.process.moves).doesNotContain("replied");
    }

    @Test
    @Tag("T6")
    void t6_approves_when_the_checklist_is_complete() {
        desk.open(ReviewPhase.INITIAL);
        var tooEarly = desk.decide.decide(desk.id(), new Decision(Outcome.APPROVE, List.of(), ""), DANA);
        desk.passEverything(ReviewPhase.INITIAL);

        var answer = desk.decide.decide(desk.id(), new Decision(Outcome.APPROVE, List.of(), ""), DANA);

        assertThat(tooEarly).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(answer).isEqualTo(new DeskAnswer.Done());
        assertThat(desk.process.moves).endsWith("APPROVE");
        assertThat(desk.timeline).contains("INITIAL_PASSED");
    }

    @Test
    void an_open_must_fix_issue_stops_an_approval() {
        desk.open(ReviewPhase.INITIAL);
        desk.passEverything(ReviewPhase.INITIAL);

        var answer = desk.decide.decide(desk.id(), new Decision(Outcome.APPROVE, List.of(LOGO), ""), DANA);

        assertThat(answer)
                .isEqualTo(new DeskAnswer.Conflict(
                        "An issue that must be fixed is open: return the submission, or close the issue."));
    }

    @Test
    void a_review_held_by_another_is_a_conflict() {
        desk.open(ReviewPhase.INITIAL);
        desk.claim.claim(desk.id(), DANA);

        var decision = desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(LOGO), ""), SAM);
        var claim = desk.claim.claim(desk.id(), SAM);

        assertThat(decision).isEqualTo(new DeskAnswer.Conflict("Dana holds this review."));
        assertThat(claim).isEqualTo(new DeskAnswer.Conflict("Dana holds this review."));
    }

    @Test
    @Tag("T19")
    void a_rejection_needs_a_reason_and_a_lead_who_is_somebody_else() {
        desk.open(ReviewPhase.INITIAL);

        var silent = desk.decide.decide(desk.id(), new Decision(Outcome.REJECT, List.of(), ""), LEE);
        var proposed = desk.decide.decide(desk.id(), new Decision(Outcome.REJECT, List.of(), "A page app."), LEE);

        assertThat(silent).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(proposed).isEqualTo(new DeskAnswer.Done());
        assertThat(desk.process.moves).as("nothing moves yet").isEmpty();
        assertThat(desk.reject.confirm(desk.id(), LEE)).as("not one's own").isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(desk.reject.confirm(desk.id(), DANA)).isInstanceOf(DeskAnswer.Forbidden.class);
        assertThat(desk.reject.confirm(desk.id(), desk.ada)).isEqualTo(new DeskAnswer.Unknown());

        assertThat(desk.reject.confirm(desk.id(), KIM)).isEqualTo(new DeskAnswer.Done());

        assertThat(desk.process.moves).containsExactly("decided with decision", "REJECT");
        assertThat(desk.rejections.open(desk.id())).isEmpty();
        desk.reviewMails.sendRejected(desk.id());
        assertThat(desk.mails)
                .singleElement()
                .extracting(Mail::text)
                .asString()
                .contains("Reason: A page app.")
                .contains("If you think that this is wrong, write to");
    }

    @Test
    @Tag("T19")
    void a_declined_rejection_leaves_the_review_open() {
        desk.open(ReviewPhase.INITIAL);
        desk.decide.decide(desk.id(), new Decision(Outcome.REJECT, List.of(), "A page app."), DANA);

        var declined = desk.reject.decline(desk.id(), LEE);

        assertThat(declined).isEqualTo(new DeskAnswer.Done());
        assertThat(desk.process.open).isTrue();
        assertThat(desk.reject.confirm(desk.id(), LEE)).isInstanceOf(DeskAnswer.Conflict.class);
    }

    @Test
    void a_proposed_rejection_is_overtaken_by_another_decision() {
        desk.open(ReviewPhase.INITIAL);
        desk.decide.decide(desk.id(), new Decision(Outcome.REJECT, List.of(), "A page app."), DANA);

        desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(LOGO), ""), DANA);

        assertThat(desk.rejections.open(desk.id())).isEmpty();
    }

    @Test
    void a_waiver_counts_when_another_lead_has_confirmed_it() {
        desk.open(ReviewPhase.QA);
        desk.finished.add(ranOn(1, Verdict.FAILED));
        var until = LocalDate.of(2027, 1, 1);

        var asked = desk.waive.waive(desk.id(), "C-01", "Fixed in January.", until, LEE);
        var waiver = desk.waive.of(desk.id()).getFirst().id();

        assertThat(asked).isEqualTo(new DeskAnswer.Done());
        assertThat(standing()).containsExactly("C-01");
        assertThat(desk.waive.confirm(desk.id(), waiver, LEE)).isInstanceOf(DeskAnswer.Conflict.class);
        assertThat(desk.waive.confirm(desk.id(), waiver, DANA)).isInstanceOf(DeskAnswer.Forbidden.class);
        assertThat(desk.timeline).doesNotContain("CHECK_WAIVED");

        assertThat(desk.waive.confirm(desk.id(), waiver, KIM)).isEqualTo(new DeskAnswer.Done());

        assertThat(standing()).isEmpty();
        assertThat(desk.timeline).contains("CHECK_WAIVED");
        desk.waive.withdraw(desk.id(), waiver, KIM);
        assertThat(standing()).containsExactly("C-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C-99 | Fixed in January. | 2027-01-01 | check  | check.known
            c-01 | Fixed in January. | 2027-01-01 | check  | check.known
            ''   | Fixed in January. | 2027-01-01 | check  | check.known
            C-01 | ''                | 2027-01-01 | reason | reason.length
            C-01 | Fixed in January. | 2026-11-23 | until  | until.future
            C-01 | Fixed in January. | +999999999-01-01 | until | until.future
            """)
    void a_waiver_of_no_check_without_a_reason_or_of_the_past_is_refused_at_its_field(
            String check, String reason, LocalDate until, String field, String rule) {
        desk.open(ReviewPhase.QA);

        var answer = desk.waive.waive(desk.id(), check, reason, until, LEE);

        assertThat(answer).isInstanceOfSatisfying(DeskAnswer.Unacceptable.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.rule()).isEqualTo(rule);
        });
        assertThat(desk.waive.of(desk.id())).isEmpty();
    }

    private List<String> standing() {
        return desk.findings.open(submission, ReviewPhase.QA).stream()
                .map(found -> found.check().value())
                .toList();
    }

    @Test
    void who_releases_a_review_can_leave_a_word_for_the_next_one() {
        desk.open(ReviewPhase.INITIAL);
        desk.claim.claim(desk.id(), DANA);

        assertThat(desk.claim.release(desk.id(), "Mine.", SAM)).isInstanceOf(DeskAnswer.Conflict.class);
        desk.claim.release(desk.id(), "Ask Acme about the tenant.", DANA);

        assertThat(desk.queue.find(desk.id()).orElseThrow().handover())
                .isEqualTo(new ReviewItem.Handover("Ask Acme about the tenant.", DANA.account()));
    }

    @Test
    void balancing_gives_to_who_has_least_and_is_here() {
        desk.open(ReviewPhase.INITIAL);
        var today = LocalDate.of(2026, 11, 24);
        desk.absences.add(DANA.account(), today, today.plusDays(3), DANA);
        desk.absences.add(KIM.account(), today, today, LEE);

        var refused = desk.balance.assign(List.of(desk.id()), "", SAM);
        var shared = desk.balance.assign(List.of(desk.id()), "", LEE);

        assertThat(refused.done()).isZero();
        assertThat(shared).isEqualTo(new BalanceReviews.Shared(1, List.of()));
        assertThat(desk.process.assignee)
                .as("Lee, by name, of those who are here")
                .isEqualTo(LEE.account());
        assertThat(desk.absences.add(LEE.account(), today, today, DANA)).isInstanceOf(DeskAnswer.Forbidden.class);
    }

    @Test
    void the_queue_is_filtered_by_protocol_and_words() {
        desk.open(ReviewPhase.INITIAL);

        assertThat(desk.queue.count(filter(Protocol.SAML, "shift"))).isOne();
        assertThat(desk.queue.count(filter(Protocol.SAML, "ACME"))).isOne();
        assertThat(desk.queue.count(filter(Protocol.OIDC, ""))).isZero();
        assertThat(desk.queue.count(filter(null, "%")))
                .as("a wildcard is a letter")
                .isZero();
        assertThat(desk.queue.find(desk.id()).orElseThrow().subject().because()).containsExactly("New");
    }

    private static ReviewQueue.Filter filter(@Nullable Protocol protocol, String words) {
        return new ReviewQueue.Filter(null, null, false, null, protocol, words);
    }

    @Test
    @Tag("T12")
    void a_bug_opened_again_belongs_to_the_review_that_returns_it() {
        desk.open(ReviewPhase.QA);
        desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(LOGO), ""), DANA);
        desk.open(ReviewPhase.FINAL);
        desk.discuss.judge(desk.id(), 1, Issue.Status.OPEN, DANA);

        desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(), ""), DANA);

        assertThat(desk.steps.raisedIn(desk.id())).contains(ReviewPhase.FINAL);
    }

    @Test
    void an_issue_raised_by_a_check_is_fixed_when_the_check_passes_and_opens_when_it_fails_anew() {
        desk.problems = List.of(Problem.error("saml.acs_url", "IR-EX-2", "ACS becomes https://.acme.test."));
        desk.open(ReviewPhase.INITIAL);
        var address = new Finding("IR-EX-2", "saml.acs_url", Issue.Severity.MUST_FIX, "Give a value.");
        desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(address, LOGO), ""), DANA);
        desk.becomes(in(SubmissionState.ISV_REVIEW, submission));
        assertThat(desk.issues.find(desk.id(), 1).orElseThrow().evidence())
                .isEqualTo(new Issue.Evidence(null, "ACS becomes https://.acme.test.", true));

        desk.problems = List.of();
        desk.settle.settle(desk.id());

        assertThat(statuses()).containsExactly(Issue.Status.FIXED, Issue.Status.OPEN);
        assertThat(desk.timeline).contains("ISSUE_FIXED");
        assertThat(desk.reply.reply(desk.id(), Map.of(2, "An icon now."), desk.ada))
                .as("what is fixed needs no answer")
                .isEqualTo(new DeskAnswer.Done());

        desk.problems = List.of(Problem.error("saml.acs_url", "IR-EX-2", "Again."));
        desk.settle.settle(desk.id());

        assertThat(statuses()).containsExactly(Issue.Status.OPEN, Issue.Status.ANSWERED);
    }

    @Test
    void an_issue_that_a_person_raised_is_left_to_people() {
        desk.open(ReviewPhase.INITIAL);
        var name = new Finding("IR-NM-2", "catalog.display_name", Issue.Severity.MUST_FIX, "\"Shifts\" is a protocol.");
        desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(name), ""), DANA);

        desk.settle.settle(desk.id());

        assertThat(statuses()).as("the machine finds nothing conspicuous").containsExactly(Issue.Status.OPEN);
    }

    @Test
    void qa_8_is_not_passed_before_a_run_of_ours_on_the_submitted_version() {
        desk.open(ReviewPhase.QA);

        var passed = judge("QA-8", ChecklistEntry.Result.PASS, "Looks fine.");
        var silent = judge("QA-8", ChecklistEntry.Result.NA, "");

        assertThat(List.of(passed, silent))
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                DeskAnswer.Conflict.class,
                                conflict -> assertThat(conflict.because())
                                        .contains("No run of ours yet of SAML security on version 1")));
        assertThat(judge("QA-8", ChecklistEntry.Result.NA, "The suite is not offered."))
                .isEqualTo(new DeskAnswer.Done());

        desk.finished.add(ranOn(2, Verdict.PASSED));
        assertThat(judge("QA-8", ChecklistEntry.Result.PASS, "")).isInstanceOf(DeskAnswer.Conflict.class);

        desk.finished.add(ranOn(1, Verdict.PASSED));
        assertThat(judge("QA-8", ChecklistEntry.Result.PASS, "")).isEqualTo(new DeskAnswer.Done());
        assertThat(entry("QA-8").seen()).isEqualTo("SAML security: 1 of 1 passed on v1.");
    }

    @Test
    void a_rerun_of_one_case_leaves_the_failure_of_another() {
        desk.open(ReviewPhase.QA);
        desk.finished.add(ranOn(1, Verdict.PASSED));
        desk.finished.add(CheckReports.of(submission, 1, CheckReports.result("C-02", Verdict.FAILED)));

        assertThat(entry("QA-8").suggestion()).isNull();
        assertThat(entry("QA-8").seen()).contains("1 of 2 passed");
        assertThat(entry("QA-8").evidence()).startsWith("/runs/");
    }

    @Test
    void a_note_is_kept_while_the_item_is_open() {
        desk.open(ReviewPhase.INITIAL);

        desk.saveChecklist.note(desk.id(), "IR-LG-4", "Ask Lee.", DANA);

        assertThat(entry("IR-LG-4", ReviewPhase.INITIAL))
                .satisfies(item -> assertThat(item.isOpen()).isTrue())
                .extracting(ChecklistEntry::note)
                .isEqualTo("Ask Lee.");
        judgeInitial("IR-LG-4", ChecklistEntry.Result.PASS, "Ask Lee.");
        desk.saveChecklist.note(desk.id(), "IR-LG-4", "Lee agrees.", DANA);
        assertThat(entry("IR-LG-4", ReviewPhase.INITIAL).result()).isEqualTo(ChecklistEntry.Result.PASS);
    }

    private List<Issue.Status> statuses() {
        return desk.issues.of(desk.id()).stream().map(Issue::status).toList();
    }

    private CheckReport ranOn(int version, Verdict verdict) {
        return CheckReports.of(submission, version, CheckReports.result("C-01", verdict));
    }

    private DeskAnswer judge(String item, ChecklistEntry.Result result, String note) {
        return desk.saveChecklist.save(desk.id(), List.of(new SaveChecklist.Judgement(item, result, note)), DANA);
    }

    private void judgeInitial(String item, ChecklistEntry.Result result, String note) {
        assertThat(judge(item, result, note)).isEqualTo(new DeskAnswer.Done());
    }

    private ChecklistEntry entry(String item) {
        return entry(item, ReviewPhase.QA);
    }

    private ChecklistEntry entry(String item, ReviewPhase phase) {
        return desk.checklists.entries(submission, phase).stream()
                .filter(entry -> entry.id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobody_reviews_a_submission_of_the_own_organisation() {
        desk.open(ReviewPhase.INITIAL);
        var insider = new Caller(
                SAM.account(),
                SAM.email(),
                SAM.displayName(),
                submission.organization(),
                Set.of(),
                Set.of(StaffRole.LEAD));

        var answer = desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(LOGO), ""), insider);

        assertThat(answer).isInstanceOf(DeskAnswer.Forbidden.class);
    }

    @Test
    @Tag("T4")
    void t4_opens_again_what_failed_and_what_the_edit_touches() {
        desk.open(ReviewPhase.INITIAL);
        desk.passEverything(ReviewPhase.INITIAL);
        desk.saveChecklist.save(
                desk.id(), List.of(new SaveChecklist.Judgement("IR-LG-4", ChecklistEntry.Result.FAIL, "")), DANA);
        desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(LOGO), ""), DANA);

        desk.becomes(edited());
        desk.open(ReviewPhase.INITIAL);

        assertThat(desk.checklists.entries(edited(), ReviewPhase.INITIAL))
                .filteredOn(entry -> entry.isOpen())
                .extracting(ChecklistEntry::id)
                .contains("IR-LG-4", "IR-DS-2", "IR-DS-4")
                .doesNotContain("IR-SC-1", "IR-UC-1");
    }

    @Test
    @Tag("T14")
    void t14_withdraws_and_closes_what_was_open() {
        returned();

        var answer = desk.withdraw.withdraw(desk.id(), "Not now.", desk.ada);

        assertThat(answer).isEqualTo(new DeskAnswer.Done());
        assertThat(desk.issues.unanswered(desk.id())).isEmpty();
        desk.reviewMails.sendWithdrawn(desk.id());
        assertThat(desk.mails)
                .singleElement()
                .extracting(Mail::text)
                .asString()
                .contains("Ada withdrew the submission");
    }

    @Test
    void m11_tells_of_a_moved_date_with_its_reason() {
        desk.open(ReviewPhase.INITIAL);

        var answer = desk.moveDate.move(desk.id(), LocalDate.of(2026, 12, 3), "Illness.", DANA);

        assertThat(answer).isEqualTo(new DeskAnswer.Done());
        assertThat(desk.process.moves).containsExactly("due 2026-12-03T17:00:00Z");
        assertThat(desk.promises.expectedDate(desk.id())).contains(NOW.plusSeconds(9 * 86400 + 5 * 3600));
        assertThat(desk.mails).singleElement().extracting(Mail::text).asString().contains("Illness.");
    }

    @Test
    void a_foreign_organisation_sees_nothing() {
        returned();
        var foreigner = new Caller(
                SAM.account(),
                "eve@other.test",
                "Eve",
                new OrganizationId(new UUID(9, 9)),
                desk.ada.memberRoles(),
                Set.of());

        assertThat(desk.reply.reply(desk.id(), Map.of(1, "Mine."), foreigner)).isEqualTo(new DeskAnswer.Unknown());
        assertThat(desk.withdraw.withdraw(desk.id(), "", foreigner)).isEqualTo(new DeskAnswer.Unknown());
        assertThat(desk.discuss.say(desk.id(), 1, "Hello", foreigner)).isEqualTo(new DeskAnswer.Unknown());
    }

    private void returned() {
        desk.open(ReviewPhase.INITIAL);
        desk.decide.decide(desk.id(), new Decision(Outcome.RETURN, List.of(LOGO), ""), DANA);
        desk.becomes(in(SubmissionState.ISV_REVIEW, submission));
    }

    private Submission edited() {
        var other = aSubmission()
                .describedAs("Plans shifts.")
                .withHash("hash-2")
                .inRound(2)
                .build();
        return in(
                SubmissionState.ISV_REVIEW,
                new Submission(
                        submission.id(),
                        submission.integration(),
                        submission.organization(),
                        submission.kind(),
                        submission.state(),
                        other.content(),
                        other.contentHash(),
                        2,
                        1,
                        2,
                        2,
                        submission.createdBy(),
                        NOW,
                        submission.updatedBy(),
                        NOW,
                        submission.submittedBy(),
                        NOW));
    }

    private static Submission in(SubmissionState state, Submission one) {
        return new Submission(
                one.id(),
                one.integration(),
                one.organization(),
                one.kind(),
                state,
                one.content(),
                one.contentHash(),
                one.version(),
                one.submittedVersion(),
                one.round(),
                one.revision(),
                one.createdBy(),
                one.createdAt(),
                one.updatedBy(),
                one.updatedAt(),
                one.submittedBy(),
                one.submittedAt());
    }
}
