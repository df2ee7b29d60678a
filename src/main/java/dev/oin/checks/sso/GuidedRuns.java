package dev.oin.checks.sso;

import dev.oin.account.Caller;
import dev.oin.checks.AttendedRuns;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.submission.Submission;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins and ends guided runs; one that nobody confirms within ten minutes is abandoned. */
@Component
public class GuidedRuns {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TestedApps apps;
    private final TesterTools tools;
    private final AttendedRuns attended;
    private final CheckRuns runs;
    private final GuidedRows rows;
    private final Ids ids;
    private final Clock clock;

    GuidedRuns(
            TestedApps apps,
            TesterTools tools,
            AttendedRuns attended,
            CheckRuns runs,
            GuidedRows rows,
            Ids ids,
            Clock clock) {
        this.apps = apps;
        this.tools = tools;
        this.attended = attended;
        this.runs = runs;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a wish. */
    public sealed interface Answer {

        /** It goes on; the ticket is typed instead of the person's password, once. */
        record Started(RunId run, String ticket) implements Answer {}

        /** It cannot be begun, with what to change. */
        record Refused(String reason) implements Answer {}
    }

    /** Begins a run of the case on the instance, which the caller may test. */
    public Answer start(Submission submission, Instance instance, SignOnCase check, Caller by) {
        if (instance.singleSignOn().isEmpty() || !instance.active()) {
            return new Answer.Refused("Choose an active instance that signs people in.");
        }
        var run = run(submission, instance, check, by);
        var tested = apps.of(run, instance);
        if (!tested.cases().contains(check)) {
            return new Answer.Refused("This case does not apply to the instance.");
        }
        var known = check.createsPerson() ? Optional.<Person>empty() : apps.person(run, instance);
        if (known.isEmpty() && !check.createsPerson()) {
            return new Answer.Refused("Assign an active person to the instance, who has an account in the app.");
        }
        attended.begin(run, check, run.requestedAt().plus(PATIENCE));
        var person = known.orElseGet(() -> tools.newPeople().make(run, instance.id()));
        rows.add(
                run.id(),
                check,
                person.id(),
                tools.log().newest(),
                run.requestedAt().plus(PATIENCE));
        return new Answer.Started(run.id(), tools.tickets().issue(run.id(), person.id(), instance.id()));
    }

    private CheckRun run(Submission submission, Instance instance, SignOnCase check, Caller by) {
        return new CheckRun(
                new RunId(ids.next()),
                submission.organization(),
                submission.integration(),
                submission.id(),
                SuiteName.SUBMISSION_TESTER,
                CheckRun.Origin.ISV,
                instance.id(),
                instance.version(),
                null,
                List.of(check.id()),
                CheckRun.Status.QUEUED,
                null,
                new CheckRun.Progress(0, 1, ""),
                null,
                by.account(),
                clock.instant(),
                null,
                null,
                null);
    }

    /** The organisation's own guided run while it goes on; one whose time is over is abandoned now. */
    public Optional<GuidedRun> find(RunId id, OrganizationId owner) {
        var found = runs.find(id, owner)
                .filter(run -> run.status() == CheckRun.Status.RUNNING)
                .flatMap(run -> rows.find(id).map(row -> guided(run, row)));
        if (found.isPresent() && clock.instant().isAfter(found.get().until())) {
            abandon(found.get());
            return Optional.empty();
        }
        return found;
    }

    private GuidedRun guided(CheckRun run, GuidedRows.Row row) {
        var instance = apps.instance(run);
        var tested = apps.of(run, instance);
        var person = tools.people().find(row.person(), run.organization()).orElseThrow();
        var seen = tools.log().at(instance.id(), row.after()).stream()
                .filter(event -> event.person() == null || event.person().equals(person.id()))
                .toList();
        URI start = row.check().startsAtTile() || tested.app().startUrl() == null
                ? tested.home()
                : tested.app().startUrl();
        return new GuidedRun(run, instance, row.check(), person, start, seen, row.until());
    }

    /** A new ticket, for whoever lost the first. */
    public String anotherTicket(GuidedRun guided) {
        return tools.tickets()
                .issue(
                        guided.run().id(),
                        guided.person().id(),
                        guided.instance().id());
    }

    /** The person says that the right profile is signed in to the app; it counts where our own side agrees. */
    public boolean confirm(GuidedRun guided, String by) {
        var expected = "The app starts a session for " + guided.person().email() + '.';
        return end(
                guided,
                guided.isAnswered()
                        ? new Outcome.Passed(
                                expected,
                                "Guided run: " + by + " saw " + guided.person().fullName() + " signed in to the app.")
                        : new Outcome.Inconclusive(
                                expected,
                                "Guided run: " + by
                                        + " confirmed it, but no answer of the identity provider to the app was seen.",
                                "Sign in with the person and the ticket of the guided run, in a private window."));
    }

    /** The person says that it did not work. */
    public boolean deny(GuidedRun guided, String by, String reason) {
        return end(
                guided,
                new Outcome.Failed(
                        Fault.APP,
                        "The app starts a session for " + guided.person().email() + '.',
                        "Guided run: " + by + " saw no session" + (reason.isBlank() ? "." : ": " + reason.strip()),
                        "Look into the app's log for the sign-in of "
                                + guided.person().email() + '.'));
    }

    /** The window was closed, or nobody came. */
    public boolean abandon(GuidedRun guided) {
        return end(guided, new Outcome.Abandoned("Guided run: nobody said whether the sign-in succeeded."));
    }

    private boolean end(GuidedRun guided, Outcome outcome) {
        tools.sessions().end(guided.person().id());
        if (guided.check().createsPerson()) {
            tools.newPeople().remove(guided.run());
        }
        return attended.end(guided.run().id(), guided.check(), outcome, evidence -> {
            evidence.step("A person drove this case in a window of their own, from " + guided.start());
            new SignOnEvidence(evidence).keepLog(guided.seen());
        });
    }
}
