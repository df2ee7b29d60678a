package dev.oin.web.portal;

import dev.oin.review.Issue;
import dev.oin.review.IssueMessage;
import dev.oin.review.Issues;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Chip;
import dev.oin.web.portal.SubmissionView.IssueView;
import dev.oin.web.portal.SubmissionView.MessageView;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws up what the team found, as its ISV sees it. */
@Component
class IssueViews {

    private final Issues issues;
    private final Authors authors;

    IssueViews(Issues issues, Authors authors) {
        this.issues = issues;
        this.authors = authors;
    }

    List<IssueView> of(Submission submission, List<Issue> sent) {
        var messages = issues.messagesOf(submission.id());
        return sent.stream()
                .map(issue -> view(issue, messages.getOrDefault(issue.id(), List.of()), submission))
                .toList();
    }

    private IssueView view(Issue issue, List<IssueMessage> messages, Submission submission) {
        return new IssueView(
                issue.number(),
                issue.severity().label(),
                chip(issue.status()),
                issue.check(),
                issue.text(),
                issue.raisedBy() == null ? "The pipeline" : authors.nameOf(issue.raisedBy()),
                Optional.ofNullable(issue.sentAt()).orElse(issue.raisedAt()),
                issue.isOpen() || issue.status() == Issue.Status.ANSWERED,
                issue.field() == null ? null : ProblemView.link(issue.field(), submission.id()),
                issue.evidence().seen(),
                issue.evidence().run() == null
                        ? null
                        : "/runs/" + issue.evidence().run(),
                issue.evidence().byCheck() && issue.isOpen(),
                issue.fixedAt(),
                messages.stream()
                        .map(message -> new MessageView(authors.nameOf(message.author()), message.at(), message.text()))
                        .toList());
    }

    private static Chip chip(Issue.Status status) {
        return switch (status) {
            case OPEN -> new Chip("turn", "turn", status.label());
            case ANSWERED -> new Chip("team", "team", status.label());
            case FIXED -> new Chip("good", "check", status.label());
            case CLOSED -> new Chip("neutral", "closed", status.label());
        };
    }
}
