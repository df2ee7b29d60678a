package dev.oin.catalog;

import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.time.LocalDate;

/** The day on which an ISV wants its integration to become public, and the instant at which that day's publication begins. */
public record PublicationDate(SubmissionId submission, LocalDate day, Instant at) {}
