package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.AdviceLab.Trials;
import dev.oin.sandbox.Person;

/** F-SA-6: an app that creates nobody tells people whom it does not know so, twice, for an account made in silence lets them in at the second time. */
final class UnknownPeople {

    private UnknownPeople() {}

    static AdviceCheck check() {
        return AdviceCheck.required(
                "F-SA-6",
                null,
                "testing-rules 2",
                "Without just-in-time creation a person whom the app does not know gets a clear message, no account and no session",
                "Whoever is assigned by mistake must not end up in an account that nobody administers, or in front of a blank page.",
                "Look the person up, and where there is nobody show a page that says so and whom to ask; or declare just-in-time creation on page 3.",
                UnknownPeople::look);
    }

    private static Finding look(AdviceLab lab) {
        var plain = lab.tested().plainCase();
        if (lab.tested().createsPeople() || plain.isEmpty()) {
            return new Finding.Irrelevant("The app creates people at their first sign-in.");
        }
        return lab.controlled(trials -> lab.withNewPerson(lab.freshDetails(), person -> {
            var first = refused(trials, person, plain.get());
            return first instanceof Finding.Right ? refused(trials, person, plain.get()) : first;
        }));
    }

    private static Finding refused(Trials trials, Person person, SignOnCase which) {
        return TakesRefusal.judge(trials.of(person, which), "The app cannot know " + person.email());
    }
}
