package dev.oin.sandbox;

import dev.oin.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of adding or changing a person. */
public sealed interface PersonOutcome {

    /**
     * The person is as asked for.
     *
     * @param password the password that was made up, shown this once; null where none was
     */
    record Saved(Person person, @Nullable String password) implements PersonOutcome {}

    /** Nothing was changed. */
    record Refused(List<Problem> problems) implements PersonOutcome {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** The organisation has no such person. */
    record Unknown() implements PersonOutcome {}
}
