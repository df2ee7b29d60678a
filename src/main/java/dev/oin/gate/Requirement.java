package dev.oin.gate;

import dev.oin.checks.Verdict;
import dev.oin.kernel.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One requirement of the gate, judged.
 *
 * @param protocol the protocol it concerns, where it concerns one
 * @param message what is true, or what is missing and how to mend it
 * @param disproved whether it was shown to be wrong (failed, expired, inactive), rather than not done yet
 */
public record Requirement(
        GateId gate, Status status, @Nullable Protocol protocol, String message, boolean disproved) {

    /** The three values of a requirement. */
    public enum Status {
        MET,
        NOT_MET,
        NOT_APPLICABLE
    }

    static Requirement met(GateId gate, @Nullable Protocol protocol, String message) {
        return new Requirement(gate, Status.MET, protocol, message, false);
    }

    static Requirement missing(GateId gate, @Nullable Protocol protocol, String message) {
        return new Requirement(gate, Status.NOT_MET, protocol, message, false);
    }

    static Requirement disproved(GateId gate, @Nullable Protocol protocol, String message) {
        return new Requirement(gate, Status.NOT_MET, protocol, message, true);
    }

    /** Only a failure shows something to be wrong; what proves nothing is not done yet. */
    static Requirement notPassed(GateId gate, @Nullable Protocol protocol, String message, Verdict latest) {
        return new Requirement(
                gate,
                Status.NOT_MET,
                protocol,
                "%s The latest result is \"%s\".".formatted(message, Words.of(latest)),
                latest == Verdict.FAILED);
    }

    static Requirement notApplicable(GateId gate) {
        return new Requirement(gate, Status.NOT_APPLICABLE, null, gate.title(), false);
    }

    /** Whether it stops a submission. */
    public boolean isUnmet() {
        return status == Status.NOT_MET;
    }
}
