package dev.oin.workflow;

import dev.oin.checks.CheckId;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RequestRun;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Submissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which runs QA makes on the submitted instances: all at first; on the same version again only what is not settled. */
@Component
class QaRuns {

    private static final int RUNS_LOOKED_AT = 200;

    private final Submissions submissions;
    private final Instances instances;
    private final TesterSlots slots;
    private final CheckRuns runs;

    QaRuns(Submissions submissions, Instances instances, TesterSlots slots, CheckRuns runs) {
        this.submissions = submissions;
        this.instances = instances;
        this.slots = slots;
        this.runs = runs;
    }

    /** Whether the part has anything to run. */
    boolean needed(SubmissionId submission, Part part) {
        return !plan(submission, part).isEmpty();
    }

    /** What the part has to run. */
    List<RequestRun.Request> plan(SubmissionId id, Part part) {
        var submission = submissions.get(id);
        var plan = new ArrayList<RequestRun.Request>();
        for (var protocol : submission.content().protocols()) {
            for (var suite : part.suitesOf(protocol)) {
                instanceFor(submission, protocol)
                        .flatMap(instance -> request(submission, suite, instance))
                        .ifPresent(plan::add);
            }
        }
        if (part == Part.SSO && submission.kind() == SubmissionKind.FUNCTIONAL) {
            plan.addAll(onPublishedVersion(submission));
        }
        return List.copyOf(plan);
    }

    /** An update is signed in to as it is installed today, too. */
    private List<RequestRun.Request> onPublishedVersion(Submission submission) {
        return slots.of(submission.id()).stream()
                .filter(slot -> slot.kind() == Instance.Kind.PUBLISHED)
                .flatMap(slot -> request(submission, SuiteName.SUBMISSION_TESTER, slot.instance()).stream())
                .toList();
    }

    private Optional<RequestRun.Request> request(Submission submission, SuiteName suite, InstanceId instance) {
        var earlier = earlierRuns(submission, suite, instance);
        var open = unsettled(earlier);
        return !earlier.isEmpty() && open.isEmpty()
                ? Optional.empty()
                : Optional.of(new RequestRun.Request(submission.id(), suite, instance, open, null));
    }

    private List<CheckReport> earlierRuns(Submission submission, SuiteName suite, InstanceId instance) {
        return runs.of(submission.id(), RUNS_LOOKED_AT, 0).stream()
                .filter(run -> run.origin() == CheckRun.Origin.QA
                        && run.status() == CheckRun.Status.FINISHED
                        && run.suite() == suite
                        && instance.equals(run.instance())
                        && run.version() == submission.version())
                .flatMap(run -> runs.report(run.id()).stream())
                .toList();
    }

    /** The checks whose latest result is no settled one; the reports come newest first. */
    private static List<CheckId> unsettled(List<CheckReport> reports) {
        var latest = new LinkedHashMap<CheckId, CheckResult>();
        for (var report : reports) {
            report.results().forEach(result -> latest.putIfAbsent(result.check(), result));
        }
        return latest.values().stream()
                .filter(result -> !isSettled(result))
                .map(CheckResult::check)
                .toList();
    }

    private static boolean isSettled(CheckResult result) {
        return switch (result.outcome().verdict()) {
            case PASSED, WARNED, NOT_APPLICABLE -> true;
            case INCONCLUSIVE, ABANDONED, ERRORED, FAILED -> false;
        };
    }

    /** Entitlements are tested on the instance for SCIM. */
    private Optional<InstanceId> instanceFor(Submission submission, Protocol wanted) {
        var protocol = wanted == Protocol.ENTITLEMENTS ? Protocol.SCIM : wanted;
        return slots.in(submission.id(), protocol, Instance.Kind.CURRENT)
                .or(() -> instances.of(submission.id()).stream()
                        .filter(instance -> instance.kind() == Instance.Kind.CURRENT
                                && instance.active()
                                && serves(instance, protocol)
                                && instance.contentHash().equals(submission.contentHash()))
                        .map(Instance::id)
                        .findFirst());
    }

    private static boolean serves(Instance instance, Protocol protocol) {
        return protocol == Protocol.UNIVERSAL_LOGOUT
                ? instance.logoutEnabled() && instance.singleSignOn().isPresent()
                : instance.has(protocol);
    }

    /** A part of QA's automated checks: one external task of the model. */
    enum Part {
        SSO,
        SCIM,
        LOGOUT;

        private List<SuiteName> suitesOf(Protocol protocol) {
            return switch (protocol) {
                case SAML -> this == SSO ? List.of(SuiteName.SUBMISSION_TESTER, SuiteName.SAML_SECURITY) : List.of();
                case OIDC -> this == SSO ? List.of(SuiteName.SUBMISSION_TESTER, SuiteName.OIDC_SECURITY) : List.of();
                case SCIM -> this == SCIM ? List.of(SuiteName.SCIM_SPEC, SuiteName.SCIM_CRUD) : List.of();
                case UNIVERSAL_LOGOUT -> this == LOGOUT ? List.of(SuiteName.LOGOUT) : List.of();
                case ENTITLEMENTS -> this == SCIM ? List.of(SuiteName.SCIM_ENTITLEMENTS) : List.of();
            };
        }
    }
}
