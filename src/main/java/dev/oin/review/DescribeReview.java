package dev.oin.review;

import dev.oin.account.Organizations;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what a review is about and why it is here, once, when it comes in. */
@Component
class DescribeReview {

    private final Organizations organizations;
    private final Issues issues;
    private final ReopenChecklist reviewed;
    private final CompareContent comparison;

    DescribeReview(Organizations organizations, Issues issues, ReopenChecklist reviewed, CompareContent comparison) {
        this.organizations = organizations;
        this.issues = issues;
        this.reviewed = reviewed;
        this.comparison = comparison;
    }

    ReviewItem.Subject subject(Submission submission, ReviewPhase phase) {
        return new ReviewItem.Subject(
                submission.integration(),
                submission.organization(),
                organizations.get(submission.organization()).name(),
                submission.displayName(),
                submission.submittedVersion(),
                submission.content().protocols().stream().sorted().toList(),
                because(submission, phase));
    }

    private List<String> because(Submission submission, ReviewPhase phase) {
        var reasons = new ArrayList<String>();
        if (submission.kind() != SubmissionKind.NEW) {
            reasons.add(submission.kind() == SubmissionKind.CATALOG ? "Catalog-only update" : "Update");
        }
        var sent = issues.sentTo(submission.id());
        count(reasons, sent, Issue.Status.ANSWERED, "issue answered", "issues answered");
        count(reasons, sent, Issue.Status.FIXED, "issue fixed", "issues fixed");
        var changes = reviewed.lastReviewed(submission)
                .map(version -> comparison.between(version.content(), submission.content()))
                .orElse(List.of());
        if (!changes.isEmpty()) {
            reasons.add(changes.size() == 1 ? "1 field changed" : changes.size() + " fields changed");
        }
        changes.stream()
                .filter(CompareContent.Change::risk)
                .map(change -> "Risk: " + change.field())
                .limit(3)
                .forEach(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add(phase == ReviewPhase.INITIAL ? "New" : "Passed the initial review");
        }
        return reasons;
    }

    private static void count(
            List<String> reasons, List<Issue> issues, Issue.Status status, String one, String several) {
        var found = issues.stream().filter(issue -> issue.status() == status).count();
        if (found > 0) {
            reasons.add(found == 1 ? "1 " + one : found + " " + several);
        }
    }
}
