package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import java.time.LocalDate;
import java.util.Optional;

/** The days on which ISVs want to become public; implemented by the catalog. */
public interface ChosenDates {

    /** The day; empty where publication is to follow at once. */
    Optional<LocalDate> of(SubmissionId submission);
}
