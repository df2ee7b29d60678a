package dev.oin.submission;

import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a submission, as it is kept for good.
 *
 * @param integration the integration's name at that time
 * @param what what was done, in a word
 * @param by who did it; empty for the pipeline itself
 * @param was the state or the fields before, as JSON; null where nothing changed
 * @param isNow the same after it; of a mail, its readers
 * @param teamOnly whether the ISV is not shown it
 */
public record AuditRecord(
        Instant at,
        SubmissionId submission,
        String integration,
        Kind kind,
        String what,
        String text,
        String by,
        @Nullable Integer version,
        @Nullable String was,
        @Nullable String isNow,
        boolean teamOnly) {

    /** What sort of thing was done. */
    public enum Kind {
        TRANSITION("Transition"),
        EDIT("Edit"),
        DECISION("Decision"),
        REVEAL("Reveal"),
        MAIL("Mail"),
        EVENT("Event");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words. */
        public String label() {
            return label;
        }
    }
}
