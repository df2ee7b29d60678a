package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes people for the time of a run, and removes them whatever happened. */
@Component
class NewPeople {

    private static final List<String> GIVEN = List.of("Juno", "Mira", "Tarek", "Zoé", "Ivo", "Lena", "Amara", "Nils");
    private static final List<String> FAMILY = List.of("Probe", "Versuch", "Essai", "Prova", "Kokeilu", "Teszt");
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int SUFFIX = 8;

    private final People people;
    private final Assignments assignments;
    private final SecureRandom random;

    NewPeople(People people, Assignments assignments, SecureRandom random) {
        this.people = people;
        this.assignments = assignments;
        this.random = random;
    }

    /** A person that nobody knows yet, assigned to the instance. */
    Person make(CheckRun run, InstanceId instance) {
        var person = add(run, details());
        assignments.assignForRun(instance, person.id(), run.id());
        return person;
    }

    /** Names and an address that nobody has yet. */
    PersonDetails details() {
        var suffix = suffix();
        var given = GIVEN.get(random.nextInt(GIVEN.size()));
        var family = FAMILY.get(random.nextInt(FAMILY.size())) + "-" + Character.toUpperCase(suffix.charAt(0))
                + suffix.substring(1, 4);
        return new PersonDetails(given, family, "oin-test-" + suffix + "@example.com");
    }

    /** A person that nobody knows yet, assigned nowhere. */
    Person add(CheckRun run, PersonDetails details) {
        return switch (people.addForRun(run.organization(), details, run.id())) {
            case PersonOutcome.Saved(var person, var password) -> person;
            case PersonOutcome.Unknown() ->
                throw new IllegalStateException("The sandbox does not know its own new person");
            case PersonOutcome.Refused(var problems) ->
                throw new IllegalStateException("The sandbox refused the person " + details + ": " + problems);
        };
    }

    private String suffix() {
        var suffix = new StringBuilder();
        for (var length = 0; length < SUFFIX; length++) {
            suffix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return suffix.toString();
    }

    /** Removes everybody whom the run made. */
    void remove(CheckRun run) {
        assignments.unassignAll(run.id());
        people.removeMadeFor(run.id());
    }

    /** Removes one of them; false where the person is still there. */
    boolean remove(Person person) {
        return people.remove(person.id(), person.organization())
                || people.find(person.id()).isEmpty();
    }
}
