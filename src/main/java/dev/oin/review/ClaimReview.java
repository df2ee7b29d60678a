package dev.oin.review;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk.ReviewTask;
import dev.oin.submission.Submissions;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who holds a review: the same engine task that Tasklist shows. */
@Component
public class ClaimReview {

    private static final int HANDOVER_LIMIT = 1000;

    private final Submissions submissions;
    private final Accounts accounts;
    private final ReviewDesk desk;
    private final QueueRows queue;
    private final Chronicle chronicle;

    ClaimReview(Submissions submissions, Accounts accounts, ReviewDesk desk, QueueRows queue, Chronicle chronicle) {
        this.submissions = submissions;
        this.accounts = accounts;
        this.desk = desk;
        this.queue = queue;
        this.chronicle = chronicle;
    }

    /** The caller takes the review. */
    @Transactional
    public DeskAnswer claim(SubmissionId id, Caller caller) {
        return withTask(
                id,
                caller,
                task -> DeskRules.conflict(caller, task, chronicle).orElseGet(() -> give(id, caller.account())));
    }

    /** The holder, or a lead, puts the review back into the queue, with a word for the next one. */
    @Transactional
    public DeskAnswer release(SubmissionId id, String note, Caller caller) {
        if (note.length() > HANDOVER_LIMIT) {
            return new DeskAnswer.Unacceptable("note", "Hand over in at most 1000 characters.");
        }
        return withTask(
                id,
                caller,
                task -> caller.isLead()
                        ? release(id, note, caller.account())
                        : DeskRules.conflict(caller, task, chronicle)
                                .orElseGet(() -> release(id, note, caller.account())));
    }

    private DeskAnswer release(SubmissionId id, String note, AccountId by) {
        if (!note.isBlank()) {
            queue.handOver(id, note.strip(), by);
        }
        return give(id, null);
    }

    /** A lead gives the review to an analyst, named by e-mail address. */
    @Transactional
    public DeskAnswer assign(SubmissionId id, String email, Caller caller) {
        return withTask(id, caller, task -> {
            if (!caller.isLead()) {
                return new DeskAnswer.Forbidden("Assigning is a lead's.");
            }
            var submission = submissions.get(id);
            return accounts.findByEmail(email)
                    .filter(account -> !account.disabled())
                    .map(Account::asCaller)
                    .filter(other -> DeskRules.refusal(other, submission).isEmpty())
                    .map(other -> give(id, other.account()))
                    .orElseGet(() -> new DeskAnswer.Conflict("%s is no analyst who may review this.".formatted(email)));
        });
    }

    private DeskAnswer give(SubmissionId id, @Nullable AccountId assignee) {
        desk.assign(id, assignee);
        queue.assign(id, assignee);
        return new DeskAnswer.Done();
    }

    private DeskAnswer withTask(SubmissionId id, Caller caller, Function<ReviewTask, DeskAnswer> move) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        Optional<DeskAnswer> refusal = DeskRules.refusal(caller, found.get());
        return refusal.orElseGet(() -> desk.taskOf(id)
                .map(move)
                .orElseGet(() -> new DeskAnswer.Conflict("No review of this submission is open.")));
    }
}
