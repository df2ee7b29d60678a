package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IssueId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the ISV has to change or explain.
 *
 * @param number counts per submission, from 1
 * @param check the id of the rule or check behind it, such as {@code IR-LG-2}
 * @param field the key of the field it concerns; null where it concerns none
 * @param raisedBy null for an issue of the pipeline's own
 * @param sentAt when the ISV was told; null while the review goes on
 * @param fixedAt when its check passed; null while it does not
 */
public record Issue(
        IssueId id,
        SubmissionId submission,
        int number,
        ReviewPhase phase,
        int round,
        @Nullable Integer version,
        String check,
        @Nullable String field,
        Severity severity,
        String text,
        Status status,
        @Nullable AccountId raisedBy,
        Instant raisedAt,
        @Nullable Instant sentAt,
        @Nullable Instant fixedAt,
        Evidence evidence) {

    /**
     * What an issue rests on.
     *
     * @param run the run that shows it; null where none does
     * @param seen what was seen; empty where a person says it in the text
     * @param byCheck whether the check itself failed, so that its passing settles the issue
     */
    public record Evidence(@Nullable RunId run, String seen, boolean byCheck) {

        /** What a person says without the help of a check. */
        public static final Evidence NONE = new Evidence(null, "", false);
    }

    /** How much an issue weighs. */
    public enum Severity {
        MUST_FIX("Must fix"),
        SHOULD_FIX("Should fix"),
        NOTE("Note");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        /** The words people read. */
        public String label() {
            return label;
        }
    }

    /** Where an issue is in its life. */
    public enum Status {
        OPEN("Open"),
        ANSWERED("Answered"),
        FIXED("Fixed"),
        CLOSED("Closed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The words people read. */
        public String label() {
            return label;
        }
    }

    /** Whether the ISV can see it. */
    public boolean isSent() {
        return sentAt != null;
    }

    /** Whether the ISV has to answer it. */
    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether it stops an approval. */
    public boolean isOpenMustFix() {
        return isOpen() && severity == Severity.MUST_FIX;
    }
}
