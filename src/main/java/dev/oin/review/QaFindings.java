package dev.oin.review;

import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Severity;
import dev.oin.checks.Verdict;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What QA's automated checks found that still stands against publishing (product, decision 6 and 7). */
@Component
public class QaFindings {

    private final CheckRuns runs;
    private final Instances instances;
    private final WaiverRows waivers;
    private final ChecklistRows checklist;
    private final QaMade made;
    private final Clock clock;

    QaFindings(
            CheckRuns runs,
            Instances instances,
            WaiverRows waivers,
            ChecklistRows checklist,
            QaMade made,
            Clock clock) {
        this.runs = runs;
        this.instances = instances;
        this.waivers = waivers;
        this.checklist = checklist;
        this.made = made;
        this.clock = clock;
    }

    /** What QA's runs say of the submitted version, and for an update of the published one. */
    public QaStanding standing(Submission submission) {
        var reports = runs.finished(submission.id(), CheckRun.Origin.QA);
        if (reports.isEmpty()) {
            return QaStanding.NONE;
        }
        var retired = made.retired(submission.id());
        var published = instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == Instance.Kind.PUBLISHED)
                .map(Instance::id)
                .collect(Collectors.toSet());
        return new QaStanding(reports.stream()
                .filter(report -> Objects.equals(report.run().version(), submission.submittedVersion())
                        || published.contains(report.run().instance()))
                .filter(report -> !isOnRetired(report.run(), retired))
                .toList());
    }

    /** The newest finished run of QA's by suite and instance. */
    public List<CheckRun> latestRuns(Submission submission) {
        return standing(submission).latestRuns();
    }

    /** What was seen on an instance of an earlier QA cannot be seen again. */
    private static boolean isOnRetired(CheckRun run, Map<InstanceId, Instant> retired) {
        var finished = run.finishedAt();
        var end = run.instance() == null ? null : retired.get(run.instance());
        return end != null && finished != null && !finished.isAfter(end);
    }

    /** The required checks that stand against publishing. */
    public List<CheckResult> open(Submission submission, ReviewPhase phase) {
        return open(submission, phase, standing(submission));
    }

    List<CheckResult> open(Submission submission, ReviewPhase phase, QaStanding standing) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var waived = waivers.of(submission.id()).stream()
                .filter(waiver -> waiver.isValid(today))
                .map(Waiver::check)
                .collect(Collectors.toSet());
        var accepted = checklist.of(submission.id(), phase).stream()
                .filter(judged -> judged.isAcceptance())
                .map(ChecklistRows.Judged::item)
                .collect(Collectors.toSet());
        return standing.latest().stream()
                .map(QaStanding.Seen::result)
                .filter(result -> result.severity() == Severity.REQUIRED)
                .filter(result -> !waived.contains(result.check().value()))
                .filter(result -> stands(
                        result.outcome().verdict(),
                        accepted.contains(result.check().value())))
                .toList();
    }

    /** A failure needs a waiver; what could not be told needs a rerun or a written acceptance. */
    private static boolean stands(Verdict verdict, boolean accepted) {
        return switch (verdict) {
            case FAILED -> true;
            case ERRORED, INCONCLUSIVE, ABANDONED -> !accepted;
            case PASSED, WARNED, NOT_APPLICABLE -> false;
        };
    }

    Optional<String> obstacle(Submission submission, ReviewPhase phase) {
        if (phase != ReviewPhase.QA && phase != ReviewPhase.FINAL) {
            return Optional.empty();
        }
        var open = open(submission, phase).stream()
                .map(result -> result.check().value())
                .distinct()
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Required checks stand against publishing: %s. Return it, rerun them, or ask a lead to waive them."
                                .formatted(String.join(", ", open)));
    }
}
