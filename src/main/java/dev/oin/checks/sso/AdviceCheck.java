package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import dev.oin.kernel.Protocol;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Advice on how an app signs people in (sso-checks 1): what it sends, and what it does around the sign-in.
 *
 * @param protocol which apps it concerns; null for all
 */
record AdviceCheck(
        CheckId id,
        @Nullable Protocol protocol,
        Severity severity,
        String clause,
        String title,
        String why,
        String remedy,
        Function<AdviceLab, Finding> look)
        implements Check {

    /** What was seen. */
    sealed interface Finding {

        record Right(String seen) implements Finding {}

        record Wrong(String seen) implements Finding {}

        record Unseen(String why) implements Finding {}

        record Irrelevant(String why) implements Finding {}

        /** Wrong where there is something to say, else right. */
        static Finding unless(String wrong, String right) {
            return wrong.isEmpty() ? new Right(right) : new Wrong(wrong.strip());
        }
    }

    /** What the app must do. */
    static AdviceCheck required(
            String id,
            @Nullable Protocol protocol,
            String clause,
            String title,
            String why,
            String remedy,
            Function<AdviceLab, Finding> look) {
        return new AdviceCheck(new CheckId(id), protocol, Severity.REQUIRED, clause, title, why, remedy, look);
    }

    /** What the app should do. */
    static AdviceCheck warning(
            String id,
            @Nullable Protocol protocol,
            String clause,
            String title,
            String why,
            String remedy,
            Function<AdviceLab, Finding> look) {
        return new AdviceCheck(new CheckId(id), protocol, Severity.WARNING, clause, title, why, remedy, look);
    }

    @Override
    public String example() {
        return title + '.';
    }

    Outcome outcome(AdviceLab lab) {
        return switch (look.apply(lab)) {
            case Finding.Right(var seen) -> new Outcome.Passed(title, seen);
            case Finding.Wrong(var seen)
            when severity == Severity.REQUIRED -> new Outcome.Failed(Fault.APP, title, seen, remedy);
            case Finding.Wrong(var seen) -> new Outcome.Warned(Fault.APP, title, seen, remedy);
            case Finding.Unseen(var why) ->
                new Outcome.Inconclusive(title, why, "Let the submission tester pass first, then run the check again.");
            case Finding.Irrelevant(var why) -> new Outcome.NotApplicable(why);
        };
    }
}
