package dev.oin.review;

import dev.oin.checks.CheckId;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.submission.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finished runs of QA's on one instance. */
final class CheckReports {

    private static final InstanceId INSTANCE = new InstanceId(new UUID(0, 77));

    private CheckReports() {}

    static CheckReport of(Submission submission, int version, CheckResult... results) {
        var verdicts = List.of(results).stream()
                .map(result -> result.outcome().verdict())
                .toList();
        var run = new CheckRun(
                new RunId(UUID.randomUUID()),
                submission.organization(),
                submission.integration(),
                submission.id(),
                SuiteName.SAML_SECURITY,
                CheckRun.Origin.QA,
                INSTANCE,
                version,
                null,
                List.of(),
                CheckRun.Status.FINISHED,
                Verdict.worstOf(verdicts),
                new CheckRun.Progress(results.length, results.length, ""),
                null,
                null,
                Desk.NOW,
                Desk.NOW,
                Desk.NOW.plus(Duration.ofMinutes(1)),
                null);
        return new CheckReport(run, List.of(results));
    }

    static CheckResult result(String check, Verdict verdict) {
        return new CheckResult(
                new CheckId(check),
                "Title of " + check,
                Severity.REQUIRED,
                "",
                Outcome.restored(verdict, Optional.of(Fault.APP), "no session", "a session", "Compare it."),
                Desk.NOW,
                Desk.NOW.plus(Duration.ofMinutes(1)),
                1,
                1,
                List.of());
    }
}
