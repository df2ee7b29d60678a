package dev.oin.submission;

import dev.oin.submission.SaveOutcome.Misfit;
import java.util.List;
import java.util.Map;

/** What a use case wants to make of a submission's content. */
@FunctionalInterface
interface Edit {

    /** The wanted content, or why not; the submission is held while this is asked. */
    Result of(Submission current);

    /** What is wanted. */
    sealed interface Result {

        /**
         * This content, and these secrets.
         *
         * @param isReplacement a test account or contact given anew while the team reviews: no new version comes of it
         */
        record To(Content content, Map<String, SecretChange> secrets, boolean isReplacement) implements Result {}

        /** A value cannot be stored. */
        record Misfits(List<Misfit> misfits) implements Result {}

        /** The state does not allow it. */
        record Closed(String reason) implements Result {}
    }

    /** This content, nothing else. */
    static Result to(Content content) {
        return new Result.To(content, Map.of(), false);
    }
}
