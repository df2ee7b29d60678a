package dev.oin.web.review;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.account.Organizations;
import dev.oin.review.Issue;
import dev.oin.review.Issues;
import dev.oin.review.ReviewItem;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.web.frame.Chip;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws queue items: all reasons as chips, what is left of the promised time. */
@Component
class QueueRowViews {

    private final Submissions submissions;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Issues issues;
    private final Clock clock;

    QueueRowViews(Submissions submissions, Organizations organizations, Accounts accounts, Issues issues, Clock clock) {
        this.submissions = submissions;
        this.organizations = organizations;
        this.accounts = accounts;
        this.issues = issues;
        this.clock = clock;
    }

    QueueRow show(ReviewItem item, Caller caller) {
        var submission = submissions.get(item.submission());
        var holder = item.assignee();
        var mine = caller.account().equals(holder);
        return new QueueRow(
                item.submission(),
                submission.displayName(),
                organizations.get(submission.organization()).name(),
                submission.content().protocols().stream()
                        .sorted()
                        .map(protocol -> protocol.label())
                        .toList(),
                reasons(item, submission),
                item.phase().label(),
                item.round(),
                holder == null
                        ? ""
                        : mine
                                ? "You"
                                : accounts.find(holder)
                                        .map(Account::displayName)
                                        .orElse("somebody"),
                due(item),
                item.dueAt(),
                mine,
                holder == null
                        && item.task() != null
                        && caller.isAnalyst()
                        && !caller.isMemberOf(submission.organization()));
    }

    private List<Chip> reasons(ReviewItem item, Submission submission) {
        var chips = new ArrayList<Chip>();
        chips.add(new Chip("team", "team", item.phase().label()));
        if (item.task() == null) {
            chips.add(new Chip("run", "run", "Checks running"));
        }
        var answered = issues.sentTo(submission.id()).stream()
                .filter(issue -> issue.status() == Issue.Status.ANSWERED)
                .count();
        if (answered > 0) {
            chips.add(new Chip("turn", "turn", answered == 1 ? "1 issue answered" : answered + " issues answered"));
        }
        if (item.round() > 1) {
            chips.add(new Chip("neutral", "undo", "Round " + item.round()));
        }
        return chips;
    }

    private Chip due(ReviewItem item) {
        return dueChip(item, clock);
    }

    static Chip dueChip(ReviewItem item, Clock clock) {
        var left = Duration.between(clock.instant(), item.dueAt());
        if (left.isNegative()) {
            var days = left.negated().toDays();
            return new Chip("bad", "clock", days == 0 ? "Late since today" : "Late by %d d".formatted(days));
        }
        return left.toHours() < 24
                ? new Chip("turn", "clock", "Due within %d h".formatted(left.toHours() + 1))
                : new Chip("neutral", "clock", left.toDays() == 1 ? "1 day left" : left.toDays() + " days left");
    }
}
