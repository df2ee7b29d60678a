package dev.oin.checks;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.submission.Versions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges requests for runs and writes down those that can be run. */
@Component
class RunRequests implements RequestRun {

    private static final String AC_1 = "You need the super admin role, or the app and org admin roles, to run tests.";
    private static final String OWN = "A submission of your own organization is tested by somebody else.";

    private final Submissions submissions;
    private final Versions versions;
    private final Instances instances;
    private final People people;
    private final Suites suites;
    private final RunRows rows;
    private final RunTurns turns;
    private final Ids ids;
    private final Clock clock;

    RunRequests(
            Submissions submissions,
            Versions versions,
            Instances instances,
            People people,
            Suites suites,
            RunRows rows,
            RunTurns turns,
            Ids ids,
            Clock clock) {
        this.submissions = submissions;
        this.versions = versions;
        this.instances = instances;
        this.people = people;
        this.suites = suites;
        this.rows = rows;
        this.turns = turns;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer request(Request request, Caller caller) {
        var submission = visible(request, caller);
        if (submission.isEmpty()) {
            return new Answer.NotFound();
        }
        var refusal = refusal(caller, submission.get());
        if (refusal.isPresent()) {
            return new Answer.Forbidden(refusal.get());
        }
        var origin = caller.isStaff() ? CheckRun.Origin.QA : CheckRun.Origin.ISV;
        if (origin == CheckRun.Origin.ISV) {
            versions.cut(request.submission(), caller.account());
        }
        return accept(request, submission.get(), new Order(origin, null, caller.account()));
    }

    @Override
    @Transactional
    public Answer prepareForQa(Request request, String key) {
        var known = rows.findByKey(request.submission(), key);
        return known.<Answer>map(Answer.Accepted::new)
                .orElseGet(() -> accept(
                        request, submissions.get(request.submission()), new Order(CheckRun.Origin.QA, key, null)));
    }

    private Optional<Submission> visible(Request request, Caller caller) {
        if (caller.isStaff()) {
            return submissions.find(request.submission());
        }
        var organization = caller.organization();
        return organization == null ? Optional.empty() : submissions.find(request.submission(), organization);
    }

    private static Optional<String> refusal(Caller caller, Submission submission) {
        if (!caller.isStaff()) {
            return caller.mayTestAndSubmit() ? Optional.empty() : Optional.of(AC_1);
        }
        if (caller.belongsTo(submission.organization())) {
            return Optional.of(OWN);
        }
        return caller.isAnalyst() ? Optional.empty() : Optional.of("Only analysts and leads run tests.");
    }

    private Answer accept(Request request, Submission submission, Order order) {
        var suite = suites.find(request.suite());
        if (suite.isEmpty()) {
            return new Answer.NotOffered(request.suite());
        }
        var withheld = suite.get().withheld();
        if (withheld.isPresent()) {
            return new Answer.Refused(withheld.get());
        }
        if (request.person() != null
                && people.find(request.person(), submission.organization()).isEmpty()) {
            return new Answer.NotFound();
        }
        var instance = instance(request, submission, suite.get());
        if (instance.isEmpty()) {
            return request.instance() != null
                    ? new Answer.NotFound()
                    : new Answer.Refused("No active instance fits the suite \""
                            + request.suite().label() + "\". Generate one, or activate it.");
        }
        return plan(suite.get(), run(request, submission, instance.get(), order), order);
    }

    /** The instance that was named, or the newest one that fits. */
    private Optional<Instance> instance(Request request, Submission submission, Suite suite) {
        var named = request.instance();
        if (named != null) {
            return instances
                    .find(named, submission.organization())
                    .filter(instance -> instance.integration().equals(submission.integration()));
        }
        return instances.of(submission.id()).stream()
                .filter(instance -> instance.active() && suite.accepts(instance))
                .filter(instance -> instances.eligibility(instance).isEligible())
                .findFirst();
    }

    private Answer plan(Suite suite, CheckRun run, Order order) {
        return switch (suite.plan(run)) {
            case Suite.Plan.Refused(var reason) -> new Answer.Refused(reason);
            case Suite.Plan.Cases(var checks) -> write(run, ids(checks), order);
        };
    }

    private Answer write(CheckRun run, List<CheckId> applicable, Order order) {
        var unknown =
                run.cases().stream().filter(id -> !applicable.contains(id)).toList();
        if (!unknown.isEmpty()) {
            return new Answer.Refused("%s does not apply to this instance; what applies is %s."
                    .formatted(words(unknown), words(applicable)));
        }
        var planned = run.cases().isEmpty() ? applicable : run.cases();
        var added = rows.add(run, planned, order.key(), order.key() != null);
        if (!added) {
            return prepared(run, order);
        }
        if (order.key() == null) {
            turns.joined(run);
        }
        return new Answer.Accepted(rows.find(run.id()).orElseThrow());
    }

    private Answer prepared(CheckRun run, Order order) {
        var key = order.key();
        return Optional.ofNullable(key)
                .flatMap(known -> rows.findByKey(run.submission(), known))
                .<Answer>map(Answer.Accepted::new)
                .orElseThrow(() -> new IllegalStateException("The run " + run.id() + " was neither added nor there"));
    }

    private CheckRun run(Request request, Submission submission, Instance instance, Order order) {
        return new CheckRun(
                new RunId(ids.next()),
                submission.organization(),
                submission.integration(),
                submission.id(),
                request.suite(),
                order.origin(),
                instance.id(),
                instance.version(),
                request.person(),
                request.cases(),
                CheckRun.Status.QUEUED,
                null,
                new CheckRun.Progress(0, 0, ""),
                null,
                order.by(),
                clock.instant(),
                null,
                null,
                null);
    }

    private static List<CheckId> ids(List<Check> checks) {
        return checks.stream().map(Check::id).toList();
    }

    private static String words(List<CheckId> ids) {
        return String.join(", ", ids.stream().map(CheckId::value).toList());
    }

    /** On whose behalf a run is made. */
    private record Order(
            CheckRun.Origin origin,
            @Nullable String key,
            @Nullable AccountId by) {}
}
