package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.Severity;

/** One row of the list of checks: what a step's answer must be like. */
record ScimAssertion(CheckId id, Severity severity, Step step, Subject subject, Expectation expectation)
        implements Check {

    private static final Variables NOTHING_FILLED_IN = new Variables();

    @Override
    public String title() {
        return step.action() + ": " + subject.words() + ' ' + expectation.words(NOTHING_FILLED_IN);
    }

    @Override
    public String clause() {
        return step.clause();
    }

    @Override
    public String why() {
        return step.why();
    }

    @Override
    public String example() {
        return "After " + step.action() + ", " + subject.words() + ' ' + expectation.words(NOTHING_FILLED_IN) + '.';
    }

    @Override
    public String remedy() {
        return switch (subject) {
            case Subject.Status() -> "Answer " + step.action() + " with the status that " + source() + " names.";
            case Subject.At at ->
                "In the answer to " + step.action() + ", make sure that " + at.words() + ' '
                        + expectation.words(NOTHING_FILLED_IN) + '.';
            case Subject.ResponseTime() -> "Answer faster; page or index where the list is long.";
            case Subject.Effect() -> "Accept the call that follows from \"" + step.action() + "\" (" + source() + ").";
        };
    }

    private String source() {
        return step.clause().isEmpty() ? "the description of this check" : step.clause();
    }
}
