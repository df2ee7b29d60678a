package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionList;
import dev.oin.submission.SubmissionState;
import dev.oin.web.problems.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /integrations}: what the organisation has, each with its submissions. */
@RestController
@RequestMapping("/api/v1/integrations")
class IntegrationCalls {

    private static final int ALL = 10_000;

    private final SubmissionList submissions;

    IntegrationCalls(SubmissionList submissions) {
        this.submissions = submissions;
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
    ResponseEntity<Object> update(Caller caller, @PathVariable UUID id) {
        return isVisible(caller, submissions.of(new IntegrationId(id)))
                ? Problems.notOfferedYet("Updating a published integration").answer()
                : Problems.notFound().answer();
    }

    private static boolean isVisible(Caller caller, List<Submission> of) {
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

    record Integration(IntegrationId id, OrganizationId organizationId, String displayName, List<Part> submissions) {}

    record Part(SubmissionId id, SubmissionState state, String stateLabel, int version) {}
}
