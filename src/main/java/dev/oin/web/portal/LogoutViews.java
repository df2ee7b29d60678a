package dev.oin.web.portal;

import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.checks.logout.LogoutRecord;
import dev.oin.checks.logout.LogoutRecords;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Chips;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of Universal Logout: how long sessions live after a revocation, by a run or by a record made by hand. */
@Component
class LogoutViews {

    private static final List<String> DEATHS = List.of("UL-F1", "UL-F3", "UL-F4");

    private final Instances instances;
    private final CheckRuns runs;
    private final LogoutRecords records;

    LogoutViews(Instances instances, CheckRuns runs, LogoutRecords records) {
        this.instances = instances;
        this.runs = runs;
        this.records = records;
    }

    /**
     * The part of the testing page about Universal Logout.
     *
     * @param support what the submission declares
     * @param lines one for each instance whose app takes revocations
     */
    record LogoutView(String support, List<Line> lines) {}

    /**
     * An instance.
     *
     * @param instanceId null where nothing can be run on it
     * @param turnOn where logout is turned on; null where it is on, or the instance is inactive
     * @param death what the newest run saw of the end of a session; null where it saw none
     * @param record what somebody saw by hand; null where nobody did
     */
    record Line(
            String label,
            @Nullable String instanceId,
            @Nullable String turnOn,
            List<Chip> chips,
            @Nullable String death,
            @Nullable String path,
            @Nullable LogoutRecord record) {}

    @Nullable
    LogoutView of(Submission submission) {
        if (submission.kind() == SubmissionKind.CATALOG || !submission.content().has(Protocol.UNIVERSAL_LOGOUT)) {
            return null;
        }
        var logout = submission.content().configuration().ul();
        var partial = logout != null && Boolean.TRUE.equals(logout.partial());
        return new LogoutView(
                partial
                        ? "Partial support is declared: refresh tokens are revoked, the open session may go on until its access token expires."
                        : "Full support is declared: the open session ends, and the next request asks to sign in.",
                instances.of(submission.id()).stream()
                        .filter(one ->
                                one.app().logout() != null && one.singleSignOn().isPresent())
                        .filter(one -> instances.eligibility(one).isEligible())
                        .map(one -> line(submission, one))
                        .toList());
    }

    private Line line(Submission submission, Instance instance) {
        var run = runs.of(submission.id(), 100, 0).stream()
                .filter(one -> one.suite() == SuiteName.LOGOUT && instance.id().equals(one.instance()))
                .filter(one -> one.status() == CheckRun.Status.FINISHED)
                .findFirst();
        var death = run.flatMap(this::death);
        return new Line(
                instance.label(),
                instance.active() && instance.logoutEnabled() ? instance.id().toString() : null,
                turnOn(instance),
                List.of(run.map(Chips::of).orElse(Chips.NOT_RUN)),
                Stream.of(
                                run.flatMap(this::findings),
                                death.map(result -> result.outcome().observed() + " (" + result.check() + ")"))
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + " " + other)
                        .orElse(null),
                run.map(one -> "/runs/" + one.id()).orElse(null),
                records.latest(instance.id()).orElse(null));
    }

    /** Where logout is turned on for the instance, if it is off. */
    static @Nullable String turnOn(Instance instance) {
        return instance.active()
                        && !instance.logoutEnabled()
                        && instance.app().logout() != null
                        && instance.singleSignOn().isPresent()
                ? "/submissions/%s/instances/%s/logout-on".formatted(instance.submission(), instance.id())
                : null;
    }

    /** How many of a run's checks failed, if any did. */
    private Optional<String> findings(CheckRun run) {
        var results = runs.report(run.id()).map(CheckReport::results).orElse(List.of());
        var failed = results.stream()
                .filter(result -> result.outcome().verdict() == Verdict.FAILED)
                .count();
        return failed == 0 ? Optional.empty() : Optional.of("%d of %d failed.".formatted(failed, results.size()));
    }

    /** The check that watches a session die, whichever applies to the declared format and support. */
    private Optional<CheckResult> death(CheckRun run) {
        return runs.report(run.id()).stream()
                .flatMap(report -> report.results().stream())
                .filter(result -> DEATHS.contains(result.check().value()))
                .filter(result -> result.outcome().verdict() != Verdict.NOT_APPLICABLE)
                .findFirst();
    }
}
