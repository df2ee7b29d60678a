package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.gate.ManualPlan;
import dev.oin.gate.ManualPlan.Entry;
import dev.oin.gate.ManualPlan.Judged;
import dev.oin.gate.ManualPlan.Result;
import dev.oin.kernel.SubmissionId;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /submissions/{id}/manual-plan}: the cases of the manual SCIM plan with what the ISV found. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/manual-plan")
class ManualPlanCalls {

    private final OwnedThings owned;
    private final ManualPlan plan;

    ManualPlanCalls(OwnedThings owned, ManualPlan plan) {
        this.owned = owned;
        this.plan = plan;
    }

    /** A case as it is answered. */
    record CaseAnswer(
            String id,
            String feature,
            String action,
            String expected,
            boolean applies,
            @Nullable Result result,
            @Nullable String note,
            @Nullable String evidence,
            @Nullable Instant judgedAt) {

        static CaseAnswer of(Judged judged) {
            var planned = judged.plan();
            var found = judged.finding();
            return new CaseAnswer(
                    planned.id(),
                    planned.feature(),
                    planned.action(),
                    planned.expected(),
                    judged.applies(),
                    found == null ? null : found.result(),
                    found == null ? null : found.note(),
                    found == null ? null : found.evidence(),
                    found == null ? null : found.at());
        }
    }

    /** A finding to enter; without a result it is taken back. */
    record NewFinding(
            @Nullable String id,
            @Nullable Result result,
            @Nullable String note,
            @Nullable String evidence) {}

    @GetMapping
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return owned.submission(
                caller,
                id,
                submission -> ResponseEntity.ok(Map.of(
                        "open",
                        plan.open(submission),
                        "items",
                        plan.of(submission).stream().map(CaseAnswer::of).toList())));
    }

    @PutMapping
    ResponseEntity<Object> judge(Caller caller, @PathVariable UUID id, @RequestBody List<NewFinding> body) {
        var entries = new LinkedHashMap<String, Entry>();
        body.forEach(finding -> entries.put(
                String.valueOf(finding.id()),
                new Entry(
                        finding.result(),
                        Objects.requireNonNullElse(finding.note(), ""),
                        Objects.requireNonNullElse(finding.evidence(), ""))));
        return switch (plan.judge(new SubmissionId(id), entries, caller)) {
            case ManualPlan.Answer.Saved() -> read(caller, id);
            case ManualPlan.Answer.Malformed(var field, var because) ->
                Problems.unacceptable(because, List.of(new FieldError(field, "manual-plan", because)))
                        .answer();
            case ManualPlan.Answer.Refused(var because) ->
                Problems.forbidden(because).answer();
            case ManualPlan.Answer.Unknown() -> Problems.notFound().answer();
        };
    }
}
