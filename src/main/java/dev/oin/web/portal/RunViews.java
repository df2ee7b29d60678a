package dev.oin.web.portal;

import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.MadeInApps;
import dev.oin.checks.Suites;
import dev.oin.checks.Verdict;
import dev.oin.checks.preflight.ContactNotes;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Chips;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up a run for its page: what matters most comes first. */
@Component
class RunViews {

    private static final List<Verdict> ORDER = List.of(
            Verdict.FAILED,
            Verdict.ERRORED,
            Verdict.WARNED,
            Verdict.INCONCLUSIVE,
            Verdict.ABANDONED,
            Verdict.PASSED,
            Verdict.NOT_APPLICABLE);

    private final Instances instances;
    private final Suites suites;
    private final MadeInApps made;
    private final ContactNotes contacts;
    private final Clock clock;

    RunViews(Instances instances, Suites suites, MadeInApps made, ContactNotes contacts, Clock clock) {
        this.made = made;
        this.instances = instances;
        this.contacts = contacts;
        this.suites = suites;
        this.clock = clock;
    }

    /** The run for those who may act on it, or for a reader who may not. */
    RunView view(CheckReport report, String base, boolean actions) {
        var run = report.run();
        var over = run.status().isOver();
        var failed =
                (int) report.results().stream().filter(RunViews::isToRepeat).count();
        return new RunView(
                run.id().toString(),
                run.suite().label(),
                run.instance() == null
                        ? "no instance"
                        : instances.find(run.instance()).map(Instance::label).orElse("deleted instance"),
                run.version(),
                Chips.of(run),
                line(report),
                run.progress().done(),
                Math.max(1, run.progress().total()),
                over,
                actions && !over,
                actions,
                over && actions ? failed : 0,
                of(report, Verdict.FAILED).size() == failed
                        ? "Rerun failed " + failed
                        : "Rerun %d not passed".formatted(failed),
                notes(run),
                counts(report),
                fixFirst(report),
                groups(report, base, actions && over),
                actions ? "/submissions/%s/%s".formatted(run.submission(), WizardPage.TESTING.path()) : null,
                base);
    }

    private String line(CheckReport report) {
        var run = report.run();
        var progress = run.progress();
        return switch (run.status()) {
            case QUEUED -> "Waits for a free worker since " + age(run.requestedAt()) + ".";
            case RUNNING ->
                "%d of %d%s"
                        .formatted(
                                progress.done(),
                                progress.total(),
                                progress.current().isEmpty() ? "" : ": " + progress.current());
            case CANCELLED ->
                "%d of %d done before it was cancelled."
                        .formatted(report.results().size(), progress.total());
            case FINISHED ->
                run.startedAt() == null || run.finishedAt() == null
                        ? checks(report.results().size())
                        : "%s in %s"
                                .formatted(
                                        checks(report.results().size()),
                                        duration(Duration.between(run.startedAt(), run.finishedAt())));
        };
    }

    private static String checks(int number) {
        return number == 1 ? "1 check" : number + " checks";
    }

    private List<String> notes(CheckRun run) {
        return Stream.of(Stream.ofNullable(run.reason()), contacts.of(run.id()).stream(), left(run).stream())
                .flatMap(notes -> notes)
                .toList();
    }

    /** What stays in the app, with its ids there. */
    private Optional<String> left(CheckRun run) {
        var left = run.status().isOver() ? made.of(run.id()) : List.<MadeInApps.Made>of();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Left in the app, set inactive where it can be: %s. Remove it there by its id if it is in the way."
                                .formatted(left.stream()
                                        .map(one -> one.name() + " (" + one.path() + ")")
                                        .collect(Collectors.joining(", "))));
    }

    private static List<Chip> counts(CheckReport report) {
        var chips = new ArrayList<Chip>();
        for (var verdict : ORDER) {
            var count = of(report, verdict).size();
            if (count > 0) {
                var chip = Chips.of(verdict);
                chips.add(new Chip(chip.tone(), chip.icon(), chip.word() + " " + count));
            }
        }
        return chips;
    }

    /** The remedy that most failures share. */
    private static @Nullable String fixFirst(CheckReport report) {
        var failed = of(report, Verdict.FAILED);
        return failed.stream()
                .map(result -> result.outcome().remedy())
                .filter(remedy -> !remedy.isBlank())
                .map(remedy -> new Shared(
                        remedy,
                        failed.stream()
                                .filter(result -> result.outcome().remedy().equals(remedy))
                                .count()))
                .filter(shared -> shared.failures() > 1)
                .max((one, other) -> Long.compare(one.failures(), other.failures()))
                .map(shared -> "%s Explains %d failures.".formatted(shared.remedy(), shared.failures()))
                .orElse(null);
    }

    private record Shared(String remedy, long failures) {}

    private List<RunView.Group> groups(CheckReport report, String base, boolean rerunnable) {
        return ORDER.stream()
                .filter(verdict -> !of(report, verdict).isEmpty())
                .map(verdict -> new RunView.Group(
                        verdict.name().toLowerCase(java.util.Locale.ROOT),
                        Chips.of(verdict).word(),
                        verdict == Verdict.PASSED || verdict == Verdict.NOT_APPLICABLE,
                        of(report, verdict).stream()
                                .map(result -> result(report.run(), result, base, rerunnable))
                                .toList()))
                .toList();
    }

    private RunView.ResultView result(CheckRun run, CheckResult result, String base, boolean rerunnable) {
        var outcome = result.outcome();
        return new RunView.ResultView(
                FieldView.idOf(result.check().value()),
                result.check().value(),
                result.title(),
                Chips.of(outcome.verdict()),
                Chips.side(outcome.fault().orElse(null)),
                Chips.word(result.severity()),
                duration(result.duration()),
                outcome.expected(),
                outcome.observed(),
                outcome.remedy(),
                isToRepeat(result) && base.startsWith("/runs/") ? cure(run, result) : null,
                result.clause(),
                outcome.verdict() == Verdict.FAILED,
                rerunnable,
                result.exhibits().stream()
                        .map(exhibit -> new RunView.ExhibitLink(
                                exhibit.id().toString(),
                                exhibit.title(),
                                base + "/exhibits/" + exhibit.id(),
                                exhibit.kind() == CheckResult.ExhibitEntry.Kind.SCREENSHOT))
                        .toList());
    }

    /** Where the field is that has to be changed; only for those who may see the submission. */
    private @Nullable String cure(CheckRun run, CheckResult result) {
        return suites.find(run.suite()).stream()
                .flatMap(suite -> suite.checks().stream())
                .filter(check -> check.id().equals(result.check()))
                .flatMap(check -> check.field().stream())
                .map(field -> ProblemView.link(field, run.submission()))
                .findFirst()
                .orElse(null);
    }

    /** Whether running it again could change anything. */
    static boolean isToRepeat(CheckResult result) {
        return switch (result.outcome().verdict()) {
            case FAILED, ERRORED, INCONCLUSIVE, ABANDONED -> true;
            case PASSED, WARNED, NOT_APPLICABLE -> false;
        };
    }

    private static List<CheckResult> of(CheckReport report, Verdict verdict) {
        return report.results().stream()
                .filter(result -> result.outcome().verdict() == verdict)
                .toList();
    }

    private String age(java.time.Instant since) {
        return duration(Duration.between(since, clock.instant()));
    }

    static String duration(Duration time) {
        return time.toHours() > 0
                ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
                : time.toMinutes() == 0 && time.toSeconds() < 10
                        ? "%.1f s".formatted(time.toMillis() / 1000.0)
                        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
