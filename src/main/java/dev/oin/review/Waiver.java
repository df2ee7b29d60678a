package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The team's word that a required check may fail until a date, with the reason; it counts once a lead who is somebody else has confirmed it.
 *
 * @param confirmedBy null while nobody has
 */
public record Waiver(
        UUID id,
        SubmissionId submission,
        String check,
        String reason,
        LocalDate until,
        AccountId waivedBy,
        Instant waivedAt,
        @Nullable AccountId confirmedBy) {

    /** Whether it counts on the day. */
    public boolean isValid(LocalDate day) {
        return confirmedBy != null && !day.isAfter(until);
    }

    /** Whether it waits for another lead. */
    public boolean isProposed() {
        return confirmedBy == null;
    }
}
