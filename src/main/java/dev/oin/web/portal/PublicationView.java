package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.catalog.ChoosePublicationDate;
import dev.oin.catalog.PublicationDate;
import dev.oin.submission.Submission;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The choice of when to become public.
 *
 * @param day the chosen day; null for at once
 * @param at when that day's publication begins
 * @param changeable whether the reader may choose
 */
record PublicationView(
        @Nullable LocalDate day, @Nullable Instant at, boolean changeable, LocalDate first, LocalDate last) {

    static @Nullable PublicationView of(Submission submission, Caller caller, ChoosePublicationDate dates) {
        if (!ChoosePublicationDate.isOpen(submission.state())) {
            return null;
        }
        var chosen = dates.of(submission.id());
        var span = dates.span();
        return new PublicationView(
                chosen.map(PublicationDate::day).orElse(null),
                chosen.map(PublicationDate::at).orElse(null),
                caller.isMemberOf(submission.organization()) && caller.mayTestAndSubmit(),
                span.first(),
                span.last());
    }
}
