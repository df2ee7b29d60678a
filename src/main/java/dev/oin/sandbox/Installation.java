package dev.oin.sandbox;

import dev.oin.kernel.Problem;
import java.util.List;

/** What evaluating a version's configuration with an instance's variables came to. */
sealed interface Installation {

    /** The app, ready to be signed in to. */
    record Installed(InstalledApp app) implements Installation {}

    /** It cannot be installed as it is. */
    record Incomplete(List<Problem> problems) implements Installation {

        public Incomplete {
            problems = List.copyOf(problems);
        }
    }
}
