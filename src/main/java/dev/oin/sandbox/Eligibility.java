package dev.oin.sandbox;

/** Whether an instance still stands for what the ISV hands in (testing-rules 3). */
public sealed interface Eligibility {

    /** It does. */
    record Eligible() implements Eligibility {}

    /** It does not any more. */
    record Ineligible(String because) implements Eligibility {}

    /** Whether it does. */
    default boolean isEligible() {
        return switch (this) {
            case Eligible() -> true;
            case Ineligible(var because) -> false;
        };
    }
}
