package dev.oin.checks;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a run: it is queued behind the integration's unfinished ones, never refused because of them. */
public interface RequestRun {

    /** The caller asks; AC-1 and the ownership of submission, instance and person are checked here. */
    Answer request(Request request, Caller caller);

    /**
     * A run that the pipeline executes itself, by {@link RunChecks}, without the queue.
     *
     * @param key makes a repeated call answer the same run: unique per submission
     */
    Answer prepareForQa(Request request, String key);

    /**
     * What to run.
     *
     * @param instance null where the suite needs none, or where the only fitting one shall be taken
     * @param cases empty for all that apply
     * @param person null lets the suite choose
     */
    record Request(
            SubmissionId submission,
            SuiteName suite,
            @Nullable InstanceId instance,
            List<CheckId> cases,
            @Nullable PersonId person) {
        public Request {
            cases = List.copyOf(cases);
        }
    }

    /** What became of the request. */
    sealed interface Answer {

        /** The run exists and will be executed. */
        record Accepted(CheckRun run) implements Answer {}

        /** It cannot be run, with what to change. */
        record Refused(String reason) implements Answer {}

        /** The suite is not offered yet. */
        record NotOffered(SuiteName suite) implements Answer {}

        /** There is no such submission, instance or person for this caller. */
        record NotFound() implements Answer {}

        /** The caller's roles do not allow it. */
        record Forbidden(String reason) implements Answer {}
    }
}
