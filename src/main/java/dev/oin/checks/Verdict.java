package dev.oin.checks;

import java.util.Collection;
import java.util.Comparator;

/** The one word about a check or a run (J-8); declared from harmless to worst, in the order in which the worst of a run is chosen. */
public enum Verdict {
    NOT_APPLICABLE,
    PASSED,
    WARNED,
    INCONCLUSIVE,
    ABANDONED,
    ERRORED,
    FAILED;

    /** A run's verdict: the worst of its checks'; one without any applicable check has passed. */
    public static Verdict worstOf(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict != NOT_APPLICABLE)
                .max(Comparator.naturalOrder())
                .orElse(PASSED);
    }

    /** Whether gate G-07 accepts it. */
    public boolean isGoodEnoughToSubmit() {
        return this == PASSED || this == WARNED;
    }
}
