package dev.oin.web.api;

import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Fault;
import dev.oin.checks.Verdict;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the API shows a run. */
@Component
class RunAnswers {

    private final CheckRuns runs;

    RunAnswers(CheckRuns runs) {
        this.runs = runs;
    }

    /** The run with its results so far. */
    Answer show(CheckRun run) {
        return runs.report(run.id()).map(RunAnswers::show).orElseGet(() -> show(new CheckReport(run, List.of())));
    }

    /** The run without its results. */
    static Answer brief(CheckRun run) {
        return show(new CheckReport(run, List.of()));
    }

    private static Answer show(CheckReport report) {
        var run = report.run();
        return new Answer(
                run.id(),
                run.submission(),
                run.suite().text(),
                run.status(),
                run.verdict(),
                run.progress(),
                run.instance(),
                run.version(),
                run.reason(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.expiresAt(),
                report.results().stream().map(RunAnswers::show).toList());
    }

    /** One result. */
    static Result show(CheckResult result) {
        var outcome = result.outcome();
        return new Result(
                result.check().value(),
                result.title(),
                result.severity().letter(),
                outcome.verdict(),
                result.clause(),
                outcome.fault().orElse(null),
                outcome.expected(),
                outcome.observed(),
                outcome.remedy(),
                result.duration().toMillis(),
                result.exhibits());
    }

    record Answer(
            RunId id,
            SubmissionId submissionId,
            String suite,
            CheckRun.Status status,
            @Nullable Verdict verdict,
            CheckRun.Progress progress,
            @Nullable InstanceId instanceId,
            int version,
            @Nullable String reason,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant expiresAt,
            List<Result> results) {}

    record Result(
            String check,
            String title,
            String severity,
            Verdict verdict,
            String clause,
            @Nullable Fault fault,
            String expected,
            String observed,
            String remedy,
            long durationMs,
            List<CheckResult.ExhibitEntry> exhibits) {}
}
