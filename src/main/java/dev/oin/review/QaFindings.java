package dev.oin.review;

import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Severity;
import dev.oin.checks.Verdict;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What QA's automated checks found that still stands against publishing (product, decision 6 and 7). */
@Component
public class QaFindings {

    private static final int RECENT_RUNS = 200;

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

    /** The newest finished run of QA's by suite and instance: on the submitted version, and for an update on the published one. */
    public List<CheckRun> latestRuns(Submission submission) {
        var latest = new LinkedHashMap<String, CheckRun>();
        counted(submission).forEach(run -> latest.putIfAbsent(run.suite() + "/" + run.instance(), run));
        return List.copyOf(latest.values());
    }

    /** The newest result of each check: a rerun of some cases leaves what was seen of the others. */
    private Collection<CheckResult> latestResults(Submission submission) {
        var latest = new LinkedHashMap<String, CheckResult>();
        for (var run : counted(submission)) {
            var results = runs.report(run.id()).map(CheckReport::results).orElse(List.of());
            results.forEach(
                    result -> latest.putIfAbsent(run.suite() + "/" + run.instance() + "/" + result.check(), result));
        }
        return latest.values();
    }

    /** QA's finished runs, newest first. */
    private List<CheckRun> counted(Submission submission) {
        return runs.of(submission.id(), RECENT_RUNS, 0).stream()
                .filter(run -> run.origin() == CheckRun.Origin.QA)
                .filter(run -> run.status() == CheckRun.Status.FINISHED)
                .filter(run ->
                        Objects.equals(run.version(), submission.submittedVersion()) || isOnPublishedVersion(run))
                .filter(run -> !isOnRetired(run))
                .toList();
    }

    /** What was seen on an instance of an earlier QA cannot be seen again. */
    private boolean isOnRetired(CheckRun run) {
        var finished = run.finishedAt();
        return Optional.ofNullable(run.instance())
                .flatMap(made::retiredAt)
                .filter(retired -> finished != null && !finished.isAfter(retired))
                .isPresent();
    }

    private boolean isOnPublishedVersion(CheckRun run) {
        return Optional.ofNullable(run.instance())
                .flatMap(instances::find)
                .filter(instance -> instance.kind() == Instance.Kind.PUBLISHED)
                .isPresent();
    }

    /** The required checks that stand against publishing. */
    public List<CheckResult> open(Submission submission, ReviewPhase phase) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var waived = waivers.of(submission.id()).stream()
                .filter(waiver -> waiver.isValid(today))
                .map(Waiver::check)
                .collect(Collectors.toSet());
        var accepted = checklist.of(submission.id(), phase).stream()
                .filter(judged -> judged.result() != ChecklistEntry.Result.FAIL
                        && !judged.note().isBlank())
                .map(ChecklistRows.Judged::item)
                .collect(Collectors.toSet());
        return latestResults(submission).stream()
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
