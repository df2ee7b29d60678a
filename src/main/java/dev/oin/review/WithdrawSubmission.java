package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a submission back from the team; it becomes a draft again (T14). */
@Component
public class WithdrawSubmission {

    private static final int REASON_LIMIT = 1000;

    private final Submissions submissions;
    private final IsvMoveRows moves;
    private final ReviewDesk desk;
    private final Chronicle chronicle;
    private final Ids ids;
    private final Clock clock;

    WithdrawSubmission(
            Submissions submissions, IsvMoveRows moves, ReviewDesk desk, Chronicle chronicle, Ids ids, Clock clock) {
        this.submissions = submissions;
        this.moves = moves;
        this.desk = desk;
        this.chronicle = chronicle;
        this.ids = ids;
        this.clock = clock;
    }

    /** Withdraws; the reason may be empty. */
    @Transactional
    public DeskAnswer withdraw(SubmissionId id, String reason, Caller caller) {
        var found = Optional.ofNullable(caller.organization()).flatMap(owner -> submissions.find(id, owner));
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        if (!caller.mayTestAndSubmit()) {
            return new DeskAnswer.Forbidden("You need the super admin role, or the app and org admin roles.");
        }
        var state = found.get().state();
        if (!state.isWithTeam() && !state.isWithIsvForFixes()) {
            return new DeskAnswer.Conflict(
                    "This integration is \"%s\"; it cannot be withdrawn.".formatted(state.detailedLabel()));
        }
        return reason.length() > REASON_LIMIT
                ? new DeskAnswer.Unacceptable("reason", "Give the reason in at most 1000 characters.")
                : withdraw(found.get(), reason, caller);
    }

    private DeskAnswer withdraw(Submission submission, String reason, Caller caller) {
        var move = new IsvMove(
                ids.next(),
                submission.id(),
                IsvMove.Kind.WITHDRAWN,
                submission.round(),
                reason,
                caller.account(),
                clock.instant());
        moves.add(move);
        var why = reason.isBlank() ? "" : " Reason: " + reason;
        chronicle.note(
                submission,
                "withdrawn-" + move.id(),
                "WITHDRAWN",
                "The submission was withdrawn." + why,
                caller.account());
        desk.withdraw(submission.id(), caller.account());
        return new DeskAnswer.Done();
    }
}
