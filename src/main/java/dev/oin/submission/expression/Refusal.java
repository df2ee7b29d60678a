package dev.oin.submission.expression;

import dev.oin.submission.expression.Evaluation.Fault;

/** Leaves the parser or the evaluator at the first fault; turned into a {@link Fault} before it leaves this package. */
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {

    private final int position;
    private final String what;
    private final String hint;

    Refusal(int position, String what, String hint) {
        super(what, null, false, false);
        this.position = position;
        this.what = what;
        this.hint = hint;
    }

    Fault fault() {
        return new Fault(position, what, hint);
    }
}
