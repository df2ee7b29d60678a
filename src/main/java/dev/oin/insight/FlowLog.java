package dev.oin.insight;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where work is and how long it stayed; fed by the workflow in the transaction that moves the work. */
public interface FlowLog {

    /** A token arrived at an element where it waits; the same visit is counted once. */
    void entered(Visit visit);

    /** The token went on; harmless if it is not known to be there. */
    void left(String visit, Instant at);

    /** The team promised a date for the element where the submission waits, or moved it. */
    void promised(SubmissionId submission, String element, Instant due);

    /** A member of the team took the work that waits at the element, or gave it back. */
    void assigned(SubmissionId submission, String element, @Nullable AccountId assignee);

    /** The submission's state changed; the same state told again changes nothing. */
    void reached(Subject subject, String state, String waitsFor, Instant at);

    /**
     * The submission that moves, with what its numbers are cut by.
     *
     * @param integration the integration's name
     */
    record Subject(
            SubmissionId submission, String integration, Set<Protocol> protocols, String kind, int round, int version) {

        public Subject {
            protocols = Set.copyOf(protocols);
        }
    }

    /**
     * One stay of one submission at one element of a model.
     *
     * @param id the engine's id of this stay (an activity instance)
     * @param process the model's key: {@code oinSubmission} or {@code qaTesting}
     * @param element the element's id in the model
     * @param waitsFor {@code ISV}, {@code TEAM} or {@code SYSTEM}
     */
    record Visit(
            String id,
            Subject subject,
            String process,
            String element,
            String waitsFor,
            Instant at,
            @Nullable Instant due) {}
}
