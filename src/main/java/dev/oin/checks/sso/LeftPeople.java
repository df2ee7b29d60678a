package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** People whom a run made and could not delete again (testing-rules 8, case 10). */
@Component
public class LeftPeople {

    private final People people;
    private final NewPeople newPeople;

    LeftPeople(People people, NewPeople newPeople) {
        this.people = people;
        this.newPeople = newPeople;
    }

    /** Who is left of a run that is over. */
    public List<Person> of(CheckRun run) {
        return run.status().isOver() ? people.madeFor(run.id()) : List.of();
    }

    /** Tries to delete them once more; who is still left. */
    public List<Person> retry(CheckRun run) {
        if (run.status().isOver()) {
            newPeople.remove(run);
        }
        return of(run);
    }
}
