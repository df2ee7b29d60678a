package dev.oin.sandbox;

/** Whether one instance may serve both sign-on and provisioning (testing-rules 2, truth table). */
public sealed interface CombinedInstance {

    /** One instance may serve both; a pair is fine too. */
    record Allowed() implements CombinedInstance {}

    /** Two are needed. */
    record Refused(String because) implements CombinedInstance {}

    /** The submission has no provisioning, or no sign-on. */
    record NotApplicable() implements CombinedInstance {}
}
