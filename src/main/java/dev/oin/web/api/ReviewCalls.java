package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ChecklistEntry;
import dev.oin.review.ClaimReview;
import dev.oin.review.DecideReview;
import dev.oin.review.Decision;
import dev.oin.review.DeskAnswer;
import dev.oin.review.Finding;
import dev.oin.review.Issue;
import dev.oin.review.MoveExpectedDate;
import dev.oin.review.ReadWorkspace;
import dev.oin.review.RejectSubmission;
import dev.oin.review.ReviewDesk;
import dev.oin.review.SaveChecklist;
import dev.oin.review.WaiveCheck;
import dev.oin.web.problems.DeskAnswers;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /reviews/{id}}: the workspace, and what a reviewer does in it. */
@RestController
@RequestMapping("/api/v1/reviews/{id}")
class ReviewCalls {

    private final ReadWorkspace workspaces;
    private final WorkspaceAnswers shown;
    private final ClaimReview claim;
    private final SaveChecklist checklist;
    private final DecideReview decide;
    private final WaiveCheck waive;
    private final RejectSubmission reject;
    private final MoveExpectedDate dates;

    ReviewCalls(
            ReadWorkspace workspaces,
            WorkspaceAnswers shown,
            ClaimReview claim,
            SaveChecklist checklist,
            DecideReview decide,
            WaiveCheck waive,
            RejectSubmission reject,
            MoveExpectedDate dates) {
        this.workspaces = workspaces;
        this.shown = shown;
        this.claim = claim;
        this.checklist = checklist;
        this.decide = decide;
        this.waive = waive;
        this.reject = reject;
        this.dates = dates;
    }

    @GetMapping
    ResponseEntity<Object> workspace(Caller caller, @PathVariable UUID id) {
        return workspaces
                .of(new SubmissionId(id), caller)
                .<ResponseEntity<Object>>map(workspace -> ResponseEntity.ok(shown.show(workspace)))
                .orElseGet(() -> Problems.notFound().answer());
    }

    @PostMapping("/claim")
    ResponseEntity<Object> claim(Caller caller, @PathVariable UUID id) {
        return answer(caller, id, claim.claim(new SubmissionId(id), caller));
    }

    @PostMapping("/unclaim")
    ResponseEntity<Object> release(
            Caller caller, @PathVariable UUID id, @RequestBody(required = false) @Nullable Handover body) {
        var note = body == null ? "" : Objects.requireNonNullElse(body.note(), "");
        return answer(caller, id, claim.release(new SubmissionId(id), note, caller));
    }

    @PostMapping("/assign")
    ResponseEntity<Object> assign(Caller caller, @PathVariable UUID id, @RequestBody Assignment body) {
        return answer(
                caller, id, claim.assign(new SubmissionId(id), Objects.requireNonNullElse(body.user(), ""), caller));
    }

    @PutMapping("/checklist")
    ResponseEntity<Object> checklist(Caller caller, @PathVariable UUID id, @RequestBody List<Item> body) {
        var judgements = body.stream()
                .map(item -> new SaveChecklist.Judgement(
                        Objects.requireNonNullElse(item.id(), ""),
                        item.result(),
                        Objects.requireNonNullElse(item.note(), "")))
                .toList();
        return answer(caller, id, checklist.save(new SubmissionId(id), judgements, caller));
    }

    @PostMapping("/decision")
    ResponseEntity<Object> decide(Caller caller, @PathVariable UUID id, @RequestBody DecisionBody body) {
        var errors = body.errors();
        if (!errors.isEmpty()) {
            return caller.isStaff()
                    ? Problems.unacceptable(errors.getFirst().message(), errors).answer()
                    : Problems.notFound().answer();
        }
        return answer(caller, id, decide.decide(new SubmissionId(id), body.decision(), caller));
    }

    @PostMapping("/waivers")
    ResponseEntity<Object> waive(Caller caller, @PathVariable UUID id, @RequestBody WaiverBody body) {
        if (body.check() == null || body.reason() == null || body.reason().isBlank() || body.until() == null) {
            return required("check, reason and until");
        }
        return answer(caller, id, waive.waive(new SubmissionId(id), body.check(), body.reason(), body.until(), caller));
    }

    @PostMapping("/waivers/{waiver}/confirm")
    ResponseEntity<Object> confirm(Caller caller, @PathVariable UUID id, @PathVariable UUID waiver) {
        return answer(caller, id, waive.confirm(new SubmissionId(id), waiver, caller));
    }

    @DeleteMapping("/waivers/{waiver}")
    ResponseEntity<Object> withdraw(Caller caller, @PathVariable UUID id, @PathVariable UUID waiver) {
        return answer(caller, id, waive.withdraw(new SubmissionId(id), waiver, caller));
    }

    @PostMapping("/rejection/confirm")
    ResponseEntity<Object> reject(Caller caller, @PathVariable UUID id) {
        return answer(caller, id, reject.confirm(new SubmissionId(id), caller));
    }

    @PostMapping("/rejection/decline")
    ResponseEntity<Object> decline(Caller caller, @PathVariable UUID id) {
        return answer(caller, id, reject.decline(new SubmissionId(id), caller));
    }

    @PutMapping("/expected-date")
    ResponseEntity<Object> move(Caller caller, @PathVariable UUID id, @RequestBody DateBody body) {
        if (body.date() == null || body.reason() == null || body.reason().isBlank()) {
            return required("date and reason");
        }
        return answer(caller, id, dates.move(new SubmissionId(id), body.date(), body.reason(), caller));
    }

    private static ResponseEntity<Object> required(String what) {
        return Problems.unacceptable("Give %s.".formatted(what), List.of()).answer();
    }

    private ResponseEntity<Object> answer(Caller caller, UUID id, DeskAnswer answer) {
        if (!caller.isStaff()) {
            return Problems.notFound().answer();
        }
        return DeskAnswers.of(answer, () -> workspace(caller, id));
    }

    record Handover(@Nullable String note) {}

    record Assignment(@Nullable String user) {}

    record Item(
            @Nullable String id,
            ChecklistEntry.@Nullable Result result,
            @Nullable String note) {}

    record WaiverBody(
            @Nullable String check,
            @Nullable String reason,
            @Nullable LocalDate until) {}

    record DateBody(@Nullable LocalDate date, @Nullable String reason) {}

    record IssueBody(
            @Nullable String check,
            @Nullable String field,
            Issue.@Nullable Severity severity,
            @Nullable String text) {}

    record DecisionBody(
            ReviewDesk.@Nullable Outcome outcome,
            @Nullable List<IssueBody> issues,
            @Nullable String note) {

        private List<IssueBody> found() {
            return issues == null ? List.of() : issues;
        }

        List<FieldError> errors() {
            var errors = new ArrayList<FieldError>();
            if (outcome == null) {
                errors.add(new FieldError("outcome", "outcome.required", "One of: APPROVE, RETURN, REJECT."));
            }
            for (int index = 0; index < found().size(); index++) {
                var issue = found().get(index);
                if (issue.check() == null || issue.check().isBlank()) {
                    errors.add(new FieldError(
                            "issues[%d].check".formatted(index), "check.required", "Name the rule or check."));
                }
                if (issue.text() == null
                        || issue.text().isBlank()
                        || issue.text().length() > Finding.TEXT_LIMIT) {
                    errors.add(new FieldError(
                            "issues[%d].text".formatted(index), "text.length", "Write 1 to 4000 characters."));
                }
            }
            return errors;
        }

        Decision decision() {
            return new Decision(
                    Objects.requireNonNull(outcome),
                    found().stream()
                            .map(issue -> new Finding(
                                    Objects.requireNonNull(issue.check()),
                                    issue.field(),
                                    Objects.requireNonNullElse(issue.severity(), Issue.Severity.MUST_FIX),
                                    Objects.requireNonNull(issue.text())))
                            .toList(),
                    Objects.requireNonNullElse(note, ""));
        }
    }
}
