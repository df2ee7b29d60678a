package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ChecklistEntry;
import dev.oin.review.DecideReview;
import dev.oin.review.Decision;
import dev.oin.review.DeskAnswer;
import dev.oin.review.Finding;
import dev.oin.review.Issue;
import dev.oin.review.ReadWorkspace;
import dev.oin.review.ReviewDesk;
import dev.oin.review.SaveChecklist;
import dev.oin.web.problems.DeskAnswers;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the analysts' forms in Tasklist load, save and decide: the same data and rules as the workspace. */
@RestController
@RequestMapping("/review/{id}/form")
class TaskForms {

    private final ReadWorkspace workspaces;
    private final WorkspaceViews views;
    private final SaveChecklist checklist;
    private final DecideReview decide;

    TaskForms(ReadWorkspace workspaces, WorkspaceViews views, SaveChecklist checklist, DecideReview decide) {
        this.workspaces = workspaces;
        this.views = views;
        this.checklist = checklist;
        this.decide = decide;
    }

    @GetMapping
    ResponseEntity<Object> load(Caller caller, @PathVariable UUID id) {
        return workspaces
                .of(new SubmissionId(id), caller)
                .<ResponseEntity<Object>>map(workspace -> ResponseEntity.ok(views.show(workspace, caller)))
                .orElseGet(() -> Problems.notFound().answer());
    }

    @PostMapping("/checklist")
    ResponseEntity<Object> save(Caller caller, @PathVariable UUID id, @RequestBody Judged body) {
        var judgement = new SaveChecklist.Judgement(
                Objects.requireNonNullElse(body.item(), ""),
                body.result(),
                Objects.requireNonNullElse(body.note(), ""));
        return answer(caller, id, checklist.save(new SubmissionId(id), List.of(judgement), caller));
    }

    /** Says that the caller still looks at it; answers who else does. */
    @PostMapping("/presence")
    ResponseEntity<Object> present(Caller caller, @PathVariable UUID id) {
        return workspaces.isVisible(new SubmissionId(id), caller)
                ? ResponseEntity.ok(views.present(new SubmissionId(id), caller))
                : Problems.notFound().answer();
    }

    /** Keeps a note as it is typed; what was judged stays. */
    @PostMapping("/note")
    ResponseEntity<Object> note(Caller caller, @PathVariable UUID id, @RequestBody Judged body) {
        return DeskAnswers.of(
                checklist.note(
                        new SubmissionId(id),
                        Objects.requireNonNullElse(body.item(), ""),
                        Objects.requireNonNullElse(body.note(), ""),
                        caller),
                () -> ResponseEntity.noContent().build());
    }

    @PostMapping("/decision")
    ResponseEntity<Object> decide(Caller caller, @PathVariable UUID id, @RequestBody Decided body) {
        var issues = body.issues() == null ? List.<Found>of() : body.issues();
        if (body.outcome() == null || issues.stream().anyMatch(Found::isIncomplete)) {
            return Problems.unacceptable("Name the rule of each issue and write 1 to 4000 characters.", List.of())
                    .answer();
        }
        var findings = issues.stream().map(Found::finding).toList();
        var decision = new Decision(body.outcome(), findings, Objects.requireNonNullElse(body.note(), ""));
        return answer(caller, id, decide.decide(new SubmissionId(id), decision, caller));
    }

    private ResponseEntity<Object> answer(Caller caller, UUID id, DeskAnswer answer) {
        return DeskAnswers.of(answer, () -> load(caller, id));
    }

    record Judged(
            @Nullable String item,
            ChecklistEntry.@Nullable Result result,
            @Nullable String note) {}

    record Found(
            @Nullable String check,
            @Nullable String field,
            Issue.@Nullable Severity severity,
            @Nullable String text) {

        boolean isIncomplete() {
            return check == null
                    || check.isBlank()
                    || text == null
                    || text.isBlank()
                    || text.length() > Finding.TEXT_LIMIT;
        }

        Finding finding() {
            return new Finding(
                    Objects.requireNonNull(check),
                    field == null || field.isBlank() ? null : field,
                    Objects.requireNonNullElse(severity, Issue.Severity.MUST_FIX),
                    Objects.requireNonNull(text));
        }
    }

    record Decided(
            ReviewDesk.@Nullable Outcome outcome,
            @Nullable List<Found> issues,
            @Nullable String note) {}
}
