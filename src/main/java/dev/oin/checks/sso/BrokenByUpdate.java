package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.Evidence;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.kernel.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A run on the published version that an update would break for its customers: no sign-in can make up for that (testing-rules 8, case 15). */
record BrokenByUpdate(List<Problem> problems) implements Suite.Session {

    BrokenByUpdate {
        problems = List.copyOf(problems);
    }

    @Override
    public Outcome verify(Check check, Evidence evidence) {
        evidence.step("Evaluated the update's expressions with the values of this instance");
        return new Outcome.Failed(
                Fault.CONFIGURATION,
                "The update's addresses work with what customers entered for the published version; new variables are unset there.",
                problems.stream()
                        .map(problem -> problem.field() + ": " + problem.message())
                        .collect(Collectors.joining(" ")),
                "Give the expressions on page 2 a value for the case that a new or renamed variable is unset. EL-9");
    }

    @Override
    public void close() {
        // Nothing was made.
    }
}
