package dev.oin.web.portal;

import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Suite;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Validity;
import dev.oin.checks.Verdict;
import dev.oin.gate.TesterCase;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.BackwardCompatibility;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.RequiredInstance;
import dev.oin.sandbox.RequiredInstances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Chips;
import dev.oin.web.portal.TestingView.CaseView;
import dev.oin.web.portal.TestingView.SuiteView;
import dev.oin.web.portal.TestingView.TesterView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up the submission tester and the other suites with their newest results. */
@Component
class TesterViews {

    private static final Duration SOON = Duration.ofHours(6);

    private final RequiredInstances required;
    private final Instances instances;
    private final BackwardCompatibility compatibility;
    private final TesterSlots slots;
    private final CheckRuns runs;
    private final List<Suite> suites;
    private final Clock clock;

    TesterViews(
            RequiredInstances required,
            Instances instances,
            BackwardCompatibility compatibility,
            TesterSlots slots,
            CheckRuns runs,
            List<Suite> suites,
            Clock clock) {
        this.required = required;
        this.instances = instances;
        this.compatibility = compatibility;
        this.slots = slots;
        this.runs = runs;
        this.suites = List.copyOf(suites);
        this.clock = clock;
    }

    /** Whether the suite is built. */
    boolean isOffered(SuiteName name) {
        return suites.stream()
                .anyMatch(suite -> suite.name() == name && suite.withheld().isEmpty());
    }

    /** The tester, once for each protocol that signs people in; an update has one more for each that customers use (testing-rules 4.2). */
    List<TesterView> testers(Submission submission, boolean mayTest) {
        return required.of(submission).stream()
                .filter(needed -> needed.protocol().isSingleSignOn())
                .map(needed -> tester(submission, needed, mayTest))
                .toList();
    }

    private TesterView tester(Submission submission, RequiredInstance needed, boolean mayTest) {
        var protocol = needed.protocol();
        var instance = slots.in(submission.id(), protocol, needed.kind())
                .flatMap(instances::find)
                .filter(Instance::active)
                .filter(found -> instances.eligibility(found).isEligible());
        var content = required.content(submission, needed.kind());
        var cases = TesterCase.required(content, protocol).stream()
                .map(one -> view(content, protocol, one, instance))
                .toList();
        return new TesterView(
                keyOf(needed),
                instance.map(LogoutViews::turnOn).orElse(null),
                needed.kind() == Instance.Kind.CURRENT ? protocol.label() : protocol.label() + " as customers have it",
                instance.map(Instance::label).orElse(null),
                instance.map(found -> found.id().toString()).orElse(null),
                mayTest && instance.isPresent() && isOffered(SuiteName.SUBMISSION_TESTER),
                cases,
                cases.stream()
                        .filter(one -> !one.proven() && one.path() != null)
                        .map(CaseView::key)
                        .toList(),
                cases.stream().allMatch(one -> one.proven() || one.path() == null || one.failed()),
                needed.kind() == Instance.Kind.CURRENT
                        ? List.of()
                        : instance.map(compatibility::problems).orElse(List.of()).stream()
                                .map(Problem::message)
                                .toList());
    }

    private static String keyOf(RequiredInstance needed) {
        var key = needed.protocol().name().toLowerCase(Locale.ROOT);
        return needed.kind() == Instance.Kind.CURRENT ? key : key + "-published";
    }

    private CaseView view(Content content, Protocol protocol, TesterCase one, Optional<Instance> instance) {
        var key = checkOf(content, protocol, one);
        var standing = instance.flatMap(
                found -> runs.latest(found.id(), SuiteName.SUBMISSION_TESTER, found.editedAt()).stream()
                        .filter(result -> one.isProvenBy(result.check()))
                        .max(Comparator.comparing(CheckRuns.Standing::finishedAt)));
        if (standing.isEmpty()) {
            return new CaseView(key, one.label(), "", List.of(Chips.NOT_RUN), null, null, "", false, false);
        }
        var result = standing.get();
        var expires = Validity.expiresAt(result.finishedAt());
        var valid = Validity.isValid(result.finishedAt(), clock.instant());
        var good = result.verdict().isGoodEnoughToSubmit();
        return new CaseView(
                key,
                one.label(),
                good && valid ? "counts for " + left(expires) : "",
                good ? List.of(Chips.of(result.verdict()), age(expires, valid)) : List.of(Chips.of(result.verdict())),
                good ? null : side(result),
                "/runs/%s#result-%s"
                        .formatted(result.run(), FieldView.idOf(result.check().value())),
                good ? "Steps and traffic" : "See why",
                good && valid,
                result.verdict() == Verdict.FAILED);
    }

    private @Nullable String side(CheckRuns.Standing standing) {
        return runs.report(standing.run())
                .flatMap(report -> report.resultOf(standing.check()))
                .flatMap(result -> result.outcome().fault())
                .map(Chips::side)
                .orElse(null);
    }

    private Chip age(Instant expires, boolean valid) {
        if (!valid) {
            return new Chip("bad", "clock", "Expired");
        }
        var soon = Duration.between(clock.instant(), expires).compareTo(SOON) < 0;
        return new Chip(soon ? "turn" : "neutral", "clock", "Expires in " + left(expires));
    }

    private String left(Instant expires) {
        var left = Duration.between(clock.instant(), expires);
        return left.toHours() > 0 ? left.toHours() + " h" : Math.max(1, left.toMinutes()) + " min";
    }

    /** The id of the check that proves the case for this content. */
    private String checkOf(Content content, Protocol protocol, TesterCase one) {
        var startsAtTile = TesterCase.required(content, protocol).contains(TesterCase.IDP_FLOW);
        var wanted = startsAtTile ? "IDP" : "SP";
        var proving = suites.stream()
                .filter(suite -> suite.name() == SuiteName.SUBMISSION_TESTER)
                .flatMap(suite -> suite.checks().stream())
                .map(check -> check.id())
                .filter(one::isProvenBy)
                .toList();
        return proving.stream()
                .filter(check -> proving.size() == 1 || check.value().contains(wanted))
                .findFirst()
                .map(check -> check.value())
                .orElse(one.name());
    }

    /** A suite with its newest run, whichever way it went. */
    SuiteView suite(Submission submission, SuiteName name, @Nullable String instanceId) {
        return suite(submission, name, name.label(), run -> true, instanceId);
    }

    /** The same for one protocol of several: with the newest run on one of its instances. */
    SuiteView suite(Submission submission, SuiteName name, Protocol protocol, @Nullable String instanceId) {
        var its = instances.of(submission.id()).stream()
                .filter(instance -> instance.has(protocol))
                .map(Instance::id)
                .collect(Collectors.toSet());
        return suite(
                submission,
                name,
                name.label() + ": " + protocol.label(),
                run -> run.instance() != null && its.contains(run.instance()),
                instanceId);
    }

    private SuiteView suite(
            Submission submission,
            SuiteName name,
            String label,
            Predicate<CheckRun> counts,
            @Nullable String instanceId) {
        var latest = runs.of(submission.id(), 100, 0).stream()
                .filter(run -> run.suite() == name && counts.test(run))
                .findFirst();
        return new SuiteView(
                name.text(),
                label,
                latest.map(this::note).orElse(""),
                List.of(latest.map(Chips::of).orElse(Chips.NOT_RUN)),
                latest.map(run -> "/runs/" + run.id()).orElse(null),
                "See results",
                instanceId);
    }

    private String note(CheckRun run) {
        return switch (run.status()) {
            case QUEUED -> "waits for a free worker";
            case RUNNING ->
                "%d of %d".formatted(run.progress().done(), run.progress().total());
            case CANCELLED -> "v%d".formatted(run.version());
            case FINISHED -> runs.report(run.id()).map(TesterViews::counts).orElse("") + " v" + run.version();
        };
    }

    private static String counts(CheckReport report) {
        var failed = report.results().stream()
                .filter(result -> result.outcome().verdict() == Verdict.FAILED)
                .count();
        var all = report.results().size();
        return failed == 0 ? "%d checks,".formatted(all) : "%d of %d failed,".formatted(failed, all);
    }
}
