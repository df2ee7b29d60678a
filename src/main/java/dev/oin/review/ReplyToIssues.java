package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the team of a fix outside of the wizard (T5, T9): every open issue is answered, nothing is edited. */
@Component
public class ReplyToIssues {

    private final Submissions submissions;
    private final Versions versions;
    private final IssueRows issues;
    private final IsvMoveRows moves;
    private final ReviewDesk desk;
    private final Chronicle chronicle;
    private final Ids ids;
    private final Clock clock;

    ReplyToIssues(
            Submissions submissions,
            Versions versions,
            IssueRows issues,
            IsvMoveRows moves,
            ReviewDesk desk,
            Chronicle chronicle,
            Ids ids,
            Clock clock) {
        this.submissions = submissions;
        this.versions = versions;
        this.issues = issues;
        this.moves = moves;
        this.desk = desk;
        this.chronicle = chronicle;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers the open issues, by their numbers, and hands the submission back. */
    @Transactional
    public DeskAnswer reply(SubmissionId id, Map<Integer, String> answers, Caller caller) {
        var found = Optional.ofNullable(caller.organization()).flatMap(owner -> submissions.find(id, owner));
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        if (!caller.mayTestAndSubmit()) {
            return new DeskAnswer.Forbidden("You need the super admin role, or the app and org admin roles.");
        }
        return obstacle(found.get(), answers).orElseGet(() -> handBack(found.get(), answers, caller));
    }

    private Optional<DeskAnswer> obstacle(Submission submission, Map<Integer, String> answers) {
        if (!submission.state().isWithIsvForFixes()) {
            return refuse("This integration is \"%s\"; there is nothing to answer."
                    .formatted(submission.state().detailedLabel()));
        }
        if (hasUnsentEdit(submission)) {
            return refuse("Your settings differ from version %d: resubmit them, or put the old values back."
                    .formatted(submission.submittedVersion()));
        }
        if (answers.values().stream().anyMatch(text -> text.isBlank() || text.length() > Finding.TEXT_LIMIT)) {
            return refuse("Write 1 to 4000 characters for each answer.");
        }
        var unanswered = issues.unanswered(submission.id()).stream()
                .map(Issue::number)
                .filter(number -> !answers.containsKey(number))
                .map(number -> "#" + number)
                .toList();
        return unanswered.isEmpty()
                ? Optional.empty()
                : refuse("Answer every open issue; missing: %s.".formatted(String.join(", ", unanswered)));
    }

    /** Whether the content differs from what was submitted last. */
    public boolean hasUnsentEdit(Submission submission) {
        return Optional.ofNullable(submission.submittedVersion())
                .flatMap(number -> versions.find(submission.integration(), number))
                .map(Version::hash)
                .filter(submission.contentHash()::equals)
                .isEmpty();
    }

    private static Optional<DeskAnswer> refuse(String because) {
        return Optional.of(new DeskAnswer.Conflict(because));
    }

    private DeskAnswer handBack(Submission submission, Map<Integer, String> answers, Caller caller) {
        var now = clock.instant();
        for (var issue : issues.sentTo(submission.id())) {
            var text = answers.get(issue.number());
            if (text != null) {
                issues.say(new IssueMessage(issue.id(), caller.account(), false, text, now));
            }
        }
        issues.moveAll(submission.id(), Issue.Status.OPEN, Issue.Status.ANSWERED, now);
        var move = new IsvMove(
                ids.next(), submission.id(), IsvMove.Kind.REPLIED, submission.round(), "", caller.account(), now);
        moves.add(move);
        chronicle.note(
                submission,
                "replied-" + move.id(),
                "REPLIED",
                "The issues were answered without an edit.",
                caller.account());
        desk.replied(submission.id(), caller.account());
        return new DeskAnswer.Done();
    }
}
