package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the promised date, with its reason, and tells the ISV (M11). */
@Component
public class MoveExpectedDate {

    private final Submissions submissions;
    private final QueueRows queue;
    private final PromiseRows promises;
    private final ReviewDesk desk;
    private final BusinessCalendar calendar;
    private final ReviewMails mails;
    private final Chronicle chronicle;
    private final Clock clock;

    private static final int REASON_LIMIT = 1000;
    private static final Duration LONGEST = Duration.ofDays(3660);

    MoveExpectedDate(
            Submissions submissions,
            QueueRows queue,
            PromiseRows promises,
            ReviewDesk desk,
            BusinessCalendar calendar,
            ReviewMails mails,
            Chronicle chronicle,
            Clock clock) {
        this.submissions = submissions;
        this.queue = queue;
        this.promises = promises;
        this.desk = desk;
        this.calendar = calendar;
        this.mails = mails;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Promises the cut-off of the given day. */
    @Transactional
    public DeskAnswer move(SubmissionId id, LocalDate day, String reason, Caller caller) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var refusal = DeskRules.refusal(caller, found.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var item = queue.find(id);
        if (item.isEmpty()) {
            return new DeskAnswer.Conflict("The team does not have this submission.");
        }
        if (reason.length() > REASON_LIMIT) {
            return new DeskAnswer.Unacceptable(
                    "reason", "Give the reason in at most 1000 characters; the ISV reads it.");
        }
        var now = clock.instant();
        var due = ZonedDateTime.of(day, calendar.cutOff(), calendar.zone()).toInstant();
        if (due.isBefore(now) || due.isAfter(now.plus(LONGEST)) || !calendar.isWorkingDay(day)) {
            return new DeskAnswer.Conflict("Choose a working day to come, at most ten years ahead.");
        }
        queue.moveDueDate(id, due);
        promises.add(new Promise(id, item.get().phase(), item.get().round(), due, reason, caller.account(), now));
        if (desk.taskOf(id).isPresent()) {
            desk.moveDueDate(id, due);
        }
        chronicle.note(
                found.get(),
                "date-moved-" + now,
                "EXPECTED_DATE_MOVED",
                "New expected date: %s. %s".formatted(day, reason),
                caller.account());
        mails.sendDateMoved(id);
        return new DeskAnswer.Done();
    }
}
