package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a required check fail until a date; a lead's, with a reason. */
@Component
public class WaiveCheck {

    private final Submissions submissions;
    private final WaiverRows waivers;
    private final Chronicle chronicle;
    private final Clock clock;

    WaiveCheck(Submissions submissions, WaiverRows waivers, Chronicle chronicle, Clock clock) {
        this.submissions = submissions;
        this.waivers = waivers;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Waives the check. */
    @Transactional
    public DeskAnswer waive(SubmissionId id, String check, String reason, LocalDate until, Caller caller) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var refusal = DeskRules.refusal(caller, found.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!caller.isLead()) {
            return new DeskAnswer.Forbidden("Waiving is a lead's.");
        }
        var now = clock.instant();
        if (until.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            return new DeskAnswer.Conflict("The end of a waiver lies in the future.");
        }
        waivers.add(new Waiver(id, check, reason, until, caller.account(), now));
        chronicle.note(
                found.get(),
                "waiver-" + check + "-" + now,
                "CHECK_WAIVED",
                "%s was waived until %s: %s".formatted(check, until, reason),
                caller.account());
        return new DeskAnswer.Done();
    }

    /** All waivers of the submission. */
    public List<Waiver> of(SubmissionId submission) {
        return waivers.of(submission);
    }
}
