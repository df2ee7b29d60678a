package dev.oin.catalog;

import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The day on which an ISV wants its integration to become public, and the instant at which that day's publication begins. */
public record PublicationDate(SubmissionId submission, LocalDate day, Instant at) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    /** The day as people read it. */
    public static String words(LocalDate day) {
        return DAY.format(day);
    }
}
