package dev.oin.review;

import dev.oin.kernel.IssueId;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found in submissions, and what was said about it. */
public interface Issues {

    /** All issues of the submission, by number; those not sent yet are for the team only. */
    List<Issue> of(SubmissionId submission);

    /** The issues that the ISV can see, by number. */
    default List<Issue> sentTo(SubmissionId submission) {
        return of(submission).stream().filter(Issue::isSent).toList();
    }

    /** The issues that the ISV has to answer, by number. */
    default List<Issue> unanswered(SubmissionId submission) {
        return sentTo(submission).stream().filter(Issue::isOpen).toList();
    }

    /** The issue with the number. */
    default Optional<Issue> find(SubmissionId submission, int number) {
        return of(submission).stream().filter(issue -> issue.number() == number).findFirst();
    }

    /** What was said about the issue, oldest first. */
    List<IssueMessage> messagesOf(Issue issue);

    /** What was said about all issues of the submission, by issue, oldest first. */
    Map<IssueId, List<IssueMessage>> messagesOf(SubmissionId submission);
}
