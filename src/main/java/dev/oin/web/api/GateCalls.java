package dev.oin.web.api;

import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.gate.EvaluateGate;
import dev.oin.gate.Gate;
import dev.oin.gate.PrepareSubmit;
import dev.oin.gate.Requirement;
import dev.oin.gate.ScimResults;
import dev.oin.gate.SubmitIntegration;
import dev.oin.gate.SubmitOutcome;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/gate}, {@code /submit} and what page 4 asks for. */
@RestController
@RequestMapping("/api/v1/submissions/{id}")
class GateCalls {

    private final OwnedThings owned;
    private final EvaluateGate gate;
    private final SubmitIntegration submit;
    private final PrepareSubmit prepare;
    private final SubmissionAnswers answers;
    private final Accounts accounts;

    GateCalls(
            OwnedThings owned,
            EvaluateGate gate,
            SubmitIntegration submit,
            PrepareSubmit prepare,
            SubmissionAnswers answers,
            Accounts accounts) {
        this.owned = owned;
        this.gate = gate;
        this.submit = submit;
        this.prepare = prepare;
        this.answers = answers;
        this.accounts = accounts;
    }

    @GetMapping("/gate")
    ResponseEntity<Object> gate(Caller caller, @PathVariable UUID id) {
        return owned.submission(
                caller,
                id,
                submission -> gate.evaluate(submission.id(), caller)
                        .<ResponseEntity<Object>>map(judged -> ResponseEntity.ok(GateAnswer.of(judged)))
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @PostMapping("/submit")
    ResponseEntity<Object> submit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Certification body) {
        return owned.testable(caller, id, submission -> switch (Etag.read(ifMatch)) {
            case Etag.IfMatch.Revision(var revision) ->
                answer(submit.submit(submission.id(), revision, Boolean.TRUE.equals(body.certified()), caller));
            case Etag.IfMatch.Unusable(var refusal) -> refusal.answer();
        });
    }

    private ResponseEntity<Object> answer(SubmitOutcome outcome) {
        return switch (outcome) {
            case SubmitOutcome.Submitted(var submission) -> answers.ok(submission);
            case SubmitOutcome.Closed(var closed) -> closed(closed);
            case SubmitOutcome.Stale(var current) ->
                Problems.stale(accounts.get(current.updatedBy()).displayName(), current.updatedAt())
                        .answer();
            case SubmitOutcome.Unknown() -> Problems.notFound().answer();
        };
    }

    private static ResponseEntity<Object> closed(Gate closed) {
        var unmet = closed.unmet().stream().map(RequirementAnswer::of).toList();
        var refusal = Problems.of(
                HttpStatus.CONFLICT,
                "gate-closed",
                "The gate is closed",
                unmet.size() == 1
                        ? unmet.getFirst().message()
                        : "%d requirements are not met; nothing was submitted.".formatted(unmet.size()));
        refusal.detail().setProperty("requirements", unmet);
        return refusal.answer();
    }

    @PutMapping("/certification")
    ResponseEntity<Object> certify(Caller caller, @PathVariable UUID id, @RequestBody Certification body) {
        return answer(prepare.certify(new SubmissionId(id), Boolean.TRUE.equals(body.certified()), caller));
    }

    @GetMapping("/scim-results")
    ResponseEntity<Object> scimResults(Caller caller, @PathVariable UUID id) {
        return owned.submission(
                caller,
                id,
                submission -> prepare.resultsOf(submission.id(), caller)
                        .<ResponseEntity<Object>>map(ResponseEntity::ok)
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @PutMapping("/scim-results")
    ResponseEntity<Object> enterResults(Caller caller, @PathVariable UUID id, @RequestBody ScimResults body) {
        return answer(prepare.enterResults(new SubmissionId(id), body, caller));
    }

    private ResponseEntity<Object> answer(PrepareSubmit.Answer answer) {
        return switch (answer) {
            case PrepareSubmit.Answer.Saved(var submission) -> answers.ok(submission);
            case PrepareSubmit.Answer.Malformed(var misfits) ->
                Problems.unacceptable(
                                misfits.getFirst().message(),
                                misfits.stream()
                                        .map(misfit -> new FieldError(misfit.field(), misfit.rule(), misfit.message()))
                                        .toList())
                        .answer();
            case PrepareSubmit.Answer.Refused(var because) ->
                Problems.forbidden(because).answer();
            case PrepareSubmit.Answer.Locked(var because) ->
                Problems.conflict(because).answer();
            case PrepareSubmit.Answer.Unknown() -> Problems.notFound().answer();
        };
    }

    record Certification(@Nullable Boolean certified) {}

    record GateAnswer(boolean open, long met, long applicable, List<RequirementAnswer> requirements) {

        static GateAnswer of(Gate gate) {
            return new GateAnswer(
                    gate.isOpen(),
                    gate.met(),
                    gate.applicable(),
                    gate.requirements().stream().map(RequirementAnswer::of).toList());
        }
    }

    record RequirementAnswer(
            String id, Requirement.Status status, @Nullable Protocol protocol, String message, String cure) {

        static RequirementAnswer of(Requirement requirement) {
            return new RequirementAnswer(
                    requirement.gate().code(),
                    requirement.status(),
                    requirement.protocol(),
                    requirement.message(),
                    requirement.gate().cure().name());
        }
    }
}
