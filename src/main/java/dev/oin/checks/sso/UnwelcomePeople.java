package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.AdviceLab.Trials;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.NotLetIn;
import dev.oin.sandbox.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** F-XX-1: people who are not assigned, suspended or deactivated are refused by the identity provider, and the app lets nobody in instead. */
final class UnwelcomePeople {

    private static final Duration BRIEF = Duration.ofSeconds(4);

    private UnwelcomePeople() {}

    static AdviceCheck check() {
        return AdviceCheck.required(
                "F-XX-1",
                null,
                "testing-rules 4.5",
                "People who are not assigned, suspended or deactivated get no session, in any flow",
                "An administrator who takes the app away from somebody relies on the app to keep the door shut.",
                "Start a session only for whom a successful answer names; show a message where the identity provider refuses.",
                UnwelcomePeople::look);
    }

    private static Finding look(AdviceLab lab) {
        var flows = lab.tested().cases().stream()
                .filter(each -> !each.createsPerson())
                .toList();
        if (flows.isEmpty()) {
            return new Finding.Irrelevant("The app has no case without a new person.");
        }
        return lab.controlled(trials -> {
            var rights = new ArrayList<String>();
            for (var trial : trials(lab, trials, flows)) {
                switch (trial.get()) {
                    case Finding.Right(var seen) -> rights.add(seen);
                    case Finding other -> {
                        return other;
                    }
                }
            }
            return new Finding.Right(String.join(" ", rights));
        });
    }

    private static List<Supplier<Finding>> trials(AdviceLab lab, Trials trials, List<SignOnCase> flows) {
        return flows.stream()
                .flatMap(flow -> Stream.<Supplier<Finding>>of(
                        () -> lab.withStranger(lab.freshDetails(), person -> unassigned(trials, person, flow)),
                        () -> turned(lab, trials, flow, Person.Status.SUSPENDED),
                        () -> turned(lab, trials, flow, Person.Status.DEACTIVATED)))
                .toList();
    }

    private static Finding unassigned(Trials trials, Person person, SignOnCase flow) {
        if (!flow.startsAtTile()) {
            return TakesRefusal.judge(
                    trials.of(person, flow), person.email() + " is not assigned and was refused (SP flow)");
        }
        return atTheDoor(trials.of(person, flow, BRIEF), "Not assigned: no tile");
    }

    private static Finding turned(AdviceLab lab, Trials trials, SignOnCase flow, Person.Status status) {
        return lab.withNewPerson(lab.freshDetails(), person -> {
            lab.turn(person, status);
            var words = (status == Person.Status.SUSPENDED ? "Suspended" : "Deactivated") + ": refused at the door, "
                    + (flow.startsAtTile() ? "IdP flow" : "SP flow");
            return atTheDoor(trials.of(person, flow), words);
        });
    }

    /** Whoever is refused by our own pages never reaches the app; if one does, that is our fault and no finding. */
    private static Finding atTheDoor(Trial trial, String words) {
        if (trial.attempt() instanceof Delivered delivered) {
            throw new IllegalStateException("The identity provider let in whom it must refuse: " + delivered.rest());
        }
        if (trial.state() == State.ALIVE) {
            return new Finding.Wrong("The identity provider refused the person, and the app has a session: " + words);
        }
        return trial.attempt() instanceof NotLetIn
                ? new Finding.Right(words + '.')
                : new Finding.Unseen("The sign-in did not get to the identity provider: " + trial.end());
    }
}
