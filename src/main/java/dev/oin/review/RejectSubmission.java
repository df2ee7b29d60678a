package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk.Outcome;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rejects with four eyes (T19): a reviewer proposes it with the reason, a lead who is somebody else confirms or declines. */
@Component
public class RejectSubmission {

    private final Submissions submissions;
    private final QueueRows queue;
    private final ReviewDesk desk;
    private final RejectionRows proposals;
    private final RecordDecision record;
    private final Chronicle chronicle;
    private final Ids ids;
    private final Clock clock;

    RejectSubmission(
            Submissions submissions,
            QueueRows queue,
            ReviewDesk desk,
            RejectionRows proposals,
            RecordDecision record,
            Chronicle chronicle,
            Ids ids,
            Clock clock) {
        this.submissions = submissions;
        this.queue = queue;
        this.desk = desk;
        this.proposals = proposals;
        this.record = record;
        this.chronicle = chronicle;
        this.ids = ids;
        this.clock = clock;
    }

    /** The proposal that waits for a lead. */
    public Optional<RejectionProposal> open(SubmissionId submission) {
        return proposals.open(submission);
    }

    DeskAnswer propose(Submission submission, String reason, Caller caller) {
        if (reason.isBlank() || reason.length() > Finding.TEXT_LIMIT) {
            return new DeskAnswer.Conflict("Say in the note why it is rejected; the ISV reads it.");
        }
        var waiting = proposals.open(submission.id());
        if (waiting.isPresent()) {
            return new DeskAnswer.Conflict("%s has proposed to reject it; a lead decides."
                    .formatted(chronicle.nameOf(waiting.get().proposedBy())));
        }
        proposals.add(
                new RejectionProposal(ids.next(), submission.id(), reason.strip(), caller.account(), clock.instant()));
        return new DeskAnswer.Done();
    }

    /** Another lead agrees: the submission is rejected. */
    @Transactional
    public DeskAnswer confirm(SubmissionId id, Caller caller) {
        return decide(id, caller, (submission, proposal) -> {
            if (proposal.proposedBy().equals(caller.account())) {
                return new DeskAnswer.Conflict("Four eyes: another lead confirms what you proposed.");
            }
            var item = queue.find(id);
            if (item.isEmpty() || desk.taskOf(id).isEmpty()) {
                return new DeskAnswer.Conflict("No review of this submission is open.");
            }
            proposals.end(id, RejectionRows.Ending.CONFIRMED, caller.account(), clock.instant());
            record.record(submission, item.get(), new Decision(Outcome.REJECT, List.of(), proposal.reason()), caller);
            return new DeskAnswer.Done();
        });
    }

    /** A lead does not agree, or the proposer thinks better of it; the review goes on. */
    @Transactional
    public DeskAnswer decline(SubmissionId id, Caller caller) {
        return decide(id, caller, (submission, proposal) -> {
            proposals.end(id, RejectionRows.Ending.DECLINED, caller.account(), clock.instant());
            return new DeskAnswer.Done();
        });
    }

    private DeskAnswer decide(SubmissionId id, Caller caller, Answer answer) {
        var found = caller.isStaff() ? submissions.find(id) : Optional.<Submission>empty();
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var refusal = DeskRules.refusal(caller, found.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var proposal = proposals.open(id);
        if (proposal.isEmpty()) {
            return new DeskAnswer.Conflict("Nobody has proposed to reject it.");
        }
        var isOwn = proposal.get().proposedBy().equals(caller.account());
        return caller.isLead() || isOwn
                ? answer.to(found.get(), proposal.get())
                : new DeskAnswer.Forbidden("A lead decides on a proposed rejection.");
    }

    private interface Answer {
        DeskAnswer to(Submission submission, RejectionProposal proposal);
    }
}
