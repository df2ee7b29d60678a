package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and addresses as mails write them. */
record MailWords(URI publicUrl, ZoneId zone) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    String when(Instant instant) {
        return WHEN.format(instant.atZone(zone));
    }

    String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String submission(SubmissionId id) {
        return at("/submissions/" + id);
    }

    String review(SubmissionId id) {
        return at("/review/" + id);
    }

    String at(String path) {
        var base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
