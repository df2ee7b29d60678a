package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.StartUpdate;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionList;
import dev.oin.submission.SubmissionState;
import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.Problems;
import dev.oin.web.problems.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /integrations}: what the organisation has, each with its submissions. */
@RestController
@RequestMapping("/api/v1/integrations")
class IntegrationCalls {

    private static final int ALL = 10_000;

    private static final Refusal NO_KIND = Problems.unacceptable(
            "Say what kind of update it is.",
            List.of(new FieldError("kind", "kind.list", "An update is FUNCTIONAL or CATALOG.")));

    private final SubmissionList submissions;
    private final StartUpdate start;
    private final SubmissionAnswers answers;

    IntegrationCalls(SubmissionList submissions, StartUpdate start, SubmissionAnswers answers) {
        this.submissions = submissions;
        this.start = start;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<Object> list(Caller caller, Paging paging) {
        if (!caller.isStaff() && !caller.mayView()) {
            return Problems.forbidden("Your role does not show integrations.").answer();
        }
        var organization = caller.organization();
        var all = caller.isStaff() || organization == null
                ? submissions.ofAll(0, ALL)
                : submissions.of(organization, 0, ALL);
        return ResponseEntity.ok(Page.of(integrations(all), paging));
    }

    @PostMapping("/{id}/updates")
    ResponseEntity<Object> update(Caller caller, @PathVariable UUID id, @RequestBody NewUpdate body) {
        var integration = new IntegrationId(id);
        var kind = body.kind();
        if (kind == null || kind == SubmissionKind.NEW) {
            return isVisible(caller, integration)
                    ? NO_KIND.answer()
                    : Problems.notFound().answer();
        }
        return switch (start.start(caller, integration, kind)) {
            case StartUpdate.Outcome.Started(var update) ->
                ResponseEntity.created(URI.create("/api/v1/submissions/" + update.id()))
                        .eTag(Etag.of(update.revision()))
                        .body(answers.show(update));
            case StartUpdate.Outcome.Open(var open) ->
                Problems.conflict("Submission %s of this integration is \"%s\"; finish or discard it first."
                                .formatted(open.id(), open.state().detailedLabel()))
                        .answer();
            case StartUpdate.Outcome.NotPublished() ->
                Problems.conflict("Only an integration that is in the catalog can be updated.")
                        .answer();
            case StartUpdate.Outcome.TooMany(var limit) ->
                Problems.conflict(
                                "Your organization has %d open submissions, the most there may be. Finish or delete one."
                                        .formatted(limit))
                        .answer();
            case StartUpdate.Outcome.NotFound() -> Problems.notFound().answer();
            case StartUpdate.Outcome.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    private boolean isVisible(Caller caller, IntegrationId id) {
        var of = submissions.of(id);
        return !of.isEmpty()
                && (caller.isStaff() || caller.isMemberOf(of.getFirst().organization()));
    }

    private static List<Integration> integrations(List<Submission> all) {
        var byIntegration = new LinkedHashMap<IntegrationId, List<Submission>>();
        all.forEach(submission -> byIntegration
                .computeIfAbsent(submission.integration(), none -> new ArrayList<>())
                .add(submission));
        return byIntegration.values().stream()
                .map(IntegrationCalls::integration)
                .toList();
    }

    private static Integration integration(List<Submission> of) {
        var newest =
                of.stream().max(Comparator.comparing(Submission::createdAt)).orElseThrow();
        return new Integration(
                newest.integration(),
                newest.organization(),
                newest.displayName(),
                of.stream()
                        .map(one -> new Part(one.id(), one.state(), one.state().label(), one.version()))
                        .toList());
    }

    /** What is asked for. */
    record NewUpdate(@Nullable SubmissionKind kind) {}

    record Integration(IntegrationId id, OrganizationId organizationId, String displayName, List<Part> submissions) {}

    record Part(SubmissionId id, SubmissionState state, String stateLabel, int version) {}
}
