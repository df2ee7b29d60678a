package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.time.LocalDate;

/** A lead's word that a required check may fail until a date, with the reason. */
public record Waiver(
        SubmissionId submission, String check, String reason, LocalDate until, AccountId waivedBy, Instant waivedAt) {

    /** Whether it still counts on the day. */
    public boolean isValid(LocalDate day) {
        return !day.isAfter(until);
    }
}
