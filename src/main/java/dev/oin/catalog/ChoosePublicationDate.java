package dev.oin.catalog;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.BusinessCalendar;
import dev.oin.review.DeskAnswer;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an ISV choose the day on which its passed integration becomes public, instead of at once. */
@Component
public class ChoosePublicationDate {

    private final Submissions submissions;
    private final PublicationDateRows dates;
    private final PublicationTimer timer;
    private final BusinessCalendar calendar;
    private final CatalogProperties properties;
    private final Timeline timeline;
    private final Clock clock;

    ChoosePublicationDate(
            Submissions submissions,
            PublicationDateRows dates,
            PublicationTimer timer,
            BusinessCalendar calendar,
            CatalogProperties properties,
            Timeline timeline,
            Clock clock) {
        this.submissions = submissions;
        this.dates = dates;
        this.timer = timer;
        this.calendar = calendar;
        this.properties = properties;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The chosen date, if there is one and publication has not happened. */
    public Optional<PublicationDate> of(SubmissionId submission) {
        return dates.find(submission);
    }

    /** Whether a date can still be chosen. */
    public static boolean isOpen(SubmissionState state) {
        return state.isDraft()
                || state.isWithTeam()
                || state.isWithIsvForFixes()
                || state == SubmissionState.PUBLISHING;
    }

    /** The first and the last day that can be chosen. */
    public Span span() {
        var today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        return new Span(today.plusDays(1), today.plus(properties.latestDate()));
    }

    /** Publishes on the day, or at once where it is null; at once also ends a wait that has begun. */
    @Transactional
    public DeskAnswer choose(SubmissionId id, @Nullable LocalDate day, Caller caller) {
        var found = Optional.ofNullable(caller.organization()).flatMap(owner -> submissions.find(id, owner));
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        if (!caller.mayTestAndSubmit()) {
            return new DeskAnswer.Forbidden("You need the super admin role, or the app and org admin roles.");
        }
        var state = found.get().state();
        if (!isOpen(state)) {
            return new DeskAnswer.Conflict(
                    "This integration is \"%s\"; its date cannot be chosen any more.".formatted(state.detailedLabel()));
        }
        var span = span();
        if (day != null && !span.holds(day)) {
            return new DeskAnswer.Conflict("Choose a day from %s to %s."
                    .formatted(PublicationDate.words(span.first()), PublicationDate.words(span.last())));
        }
        choose(found.get(), day, caller);
        return new DeskAnswer.Done();
    }

    private void choose(Submission submission, @Nullable LocalDate day, Caller caller) {
        var now = clock.instant();
        if (day == null) {
            dates.forget(submission.id());
            timer.publishAt(submission.id(), null);
        } else {
            // Nine o'clock stays nine o'clock when the clocks change in between.
            var at = ZonedDateTime.of(day, properties.publishAt(), calendar.zone())
                    .toInstant();
            dates.choose(submission, new PublicationDate(submission.id(), day, at), caller.account(), now);
            timer.publishAt(submission.id(), at);
        }
        timeline.record(new Timeline.Event(
                submission.id(),
                "publication-date-" + now,
                "PUBLICATION_DATE_CHOSEN",
                day == null
                        ? "To be published as soon as it is passed."
                        : "To be published on %s.".formatted(PublicationDate.words(day)),
                caller.account(),
                submission.submittedVersion(),
                now));
    }

    /** Days that can be chosen, both included. */
    public record Span(LocalDate first, LocalDate last) {

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }
}
