package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every save of a submission. */
public interface Revisions {

    /** The revision with the number, if there is one. */
    Optional<Revision> find(SubmissionId submission, long number);

    /** The latest, newest first. */
    List<Revision> latest(SubmissionId submission, int limit);

    /**
     * What was saved at one time.
     *
     * @param what the page that was saved, such as {@code CONFIGURATION}
     */
    record Revision(long number, Content content, String what, AccountId by, Instant at) {

        /** The hash that instances made from this content carry. */
        public String hash() {
            return ContentJson.hash(content);
        }
    }
}
