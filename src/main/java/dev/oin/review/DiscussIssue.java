package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Talks about an issue, raises, changes or closes one while the review goes on. */
@Component
public class DiscussIssue {

    private final Submissions submissions;
    private final QueueRows queue;
    private final IssueRows issues;
    private final FindEvidence evidence;
    private final Clock clock;

    DiscussIssue(Submissions submissions, QueueRows queue, IssueRows issues, FindEvidence evidence, Clock clock) {
        this.submissions = submissions;
        this.queue = queue;
        this.issues = issues;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Adds a message of the ISV or of the team to the issue's thread. */
    @Transactional
    public DeskAnswer say(SubmissionId id, int number, String text, Caller caller) {
        var issue = visible(id, caller)
                .flatMap(submission -> issues.find(id, number))
                .filter(found -> found.isSent() || caller.isAnalyst());
        if (issue.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        if (!caller.isAnalyst() && !caller.mayEdit()) {
            return new DeskAnswer.Forbidden("Your role reads only.");
        }
        if (text.isBlank() || text.length() > Finding.TEXT_LIMIT) {
            return new DeskAnswer.Unacceptable("text", "Write 1 to 4000 characters.");
        }
        issues.say(new IssueMessage(issue.get().id(), caller.account(), caller.isAnalyst(), text, clock.instant()));
        return new DeskAnswer.Done();
    }

    /** Raises an issue that the ISV sees when the review is returned. */
    @Transactional
    public DeskAnswer raise(SubmissionId id, Finding finding, Caller caller) {
        return asReviewer(id, caller, (submission, item) -> {
            var origin = new IssueRows.Origin(item.phase(), submission.round(), submission.submittedVersion());
            var behind = evidence.of(submission).behind(finding.check());
            issues.raise(id, origin, finding, behind, caller.account(), clock.instant());
            return new DeskAnswer.Done();
        });
    }

    /** Says whether an issue still stands: open again, fixed, or closed. */
    @Transactional
    public DeskAnswer judge(SubmissionId id, int number, Issue.Status status, Caller caller) {
        return asReviewer(
                id,
                caller,
                (submission, item) -> issues.find(id, number)
                        .map(issue -> {
                            issues.setStatus(issue.id(), status, clock.instant());
                            return (DeskAnswer) new DeskAnswer.Done();
                        })
                        .orElseGet(DeskAnswer.Unknown::new));
    }

    private DeskAnswer asReviewer(SubmissionId id, Caller caller, ReviewerMove move) {
        var found = submissions.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        return DeskRules.refusal(caller, found.get())
                .orElseGet(() -> queue.find(id)
                        .map(item -> move.apply(found.get(), item))
                        .orElseGet(() -> new DeskAnswer.Conflict("The team does not have this submission.")));
    }

    private Optional<Submission> visible(SubmissionId id, Caller caller) {
        return caller.isStaff()
                ? submissions.find(id)
                : Optional.ofNullable(caller.organization()).flatMap(owner -> submissions.find(id, owner));
    }

    private interface ReviewerMove {
        DeskAnswer apply(Submission submission, ReviewItem item);
    }
}
