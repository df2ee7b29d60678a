package dev.oin.gate;

import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.SuiteName;
import dev.oin.gate.GateFacts.LatestResult;
import dev.oin.gate.GateFacts.RequiredCase;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newest results of the tester's required cases, on the instances in the tester. */
@Component
class TesterResults {

    private static final int RECENT_RUNS = 50;

    private final StandingInstances instances;
    private final TesterSlots slots;
    private final CheckRuns runs;

    TesterResults(StandingInstances instances, TesterSlots slots, CheckRuns runs) {
        this.instances = instances;
        this.slots = slots;
        this.runs = runs;
    }

    /** The cases of the submission as it is now. */
    List<RequiredCase> current(Submission submission) {
        return of(submission, Instance.Kind.CURRENT, submission.content(), instances.current(submission));
    }

    /** The cases of the published version, whose content is given, by its own flow settings. */
    List<RequiredCase> published(Submission update, Content published) {
        return of(update, Instance.Kind.PUBLISHED, published, instances.published(update, published));
    }

    private List<RequiredCase> of(
            Submission submission, Instance.Kind kind, Content content, Map<Protocol, Instance> standing) {
        return Protocol.singleSignOn(content.protocols()).stream()
                .sorted()
                .flatMap(protocol ->
                        of(submission, content, protocol, inTester(submission, kind, protocol, standing)).stream())
                .toList();
    }

    private List<RequiredCase> of(
            Submission submission, Content content, Protocol protocol, Optional<Instance> tested) {
        return TesterCase.required(content, protocol).stream()
                .map(required -> new RequiredCase(
                        protocol,
                        required.label(),
                        tested.map(instance -> latest(submission, instance, required))
                                .orElseGet(LatestResult.None::new)))
                .toList();
    }

    private Optional<Instance> inTester(
            Submission submission, Instance.Kind kind, Protocol protocol, Map<Protocol, Instance> standing) {
        var slot = slots.in(submission.id(), protocol, kind);
        return Optional.ofNullable(standing.get(protocol))
                .filter(Instance::active)
                .filter(instance -> slot.filter(instance.id()::equals).isPresent());
    }

    private LatestResult latest(Submission submission, Instance instance, TesterCase required) {
        var standing = runs.latest(instance.id(), SuiteName.SUBMISSION_TESTER, instance.editedAt()).stream()
                .filter(result -> required.isProvenBy(result.check()))
                .max(Comparator.comparing(CheckRuns.Standing::finishedAt));
        if (standing.isEmpty()) {
            return isRunning(submission, instance) ? new LatestResult.Running() : new LatestResult.None();
        }
        return result(standing.get().verdict().isGoodEnoughToSubmit(), standing.get());
    }

    private static LatestResult result(boolean good, CheckRuns.Standing standing) {
        Instant finishedAt = standing.finishedAt();
        return good ? new LatestResult.Passed(finishedAt) : new LatestResult.NotPassed(standing.verdict());
    }

    private boolean isRunning(Submission submission, Instance instance) {
        return runs.of(submission.id(), RECENT_RUNS, 0).stream()
                .filter(run -> run.suite() == SuiteName.SUBMISSION_TESTER)
                .filter(run -> instance.id().equals(run.instance()))
                .map(CheckRun::status)
                .anyMatch(status -> !status.isOver());
    }
}
