package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Protocol;
import dev.oin.review.ReviewItem;
import dev.oin.web.frame.Chip;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws queue items: all reasons as chips, what is left of the promised time. */
@Component
class QueueRowViews {

    private final Clock clock;

    QueueRowViews(Clock clock) {
        this.clock = clock;
    }

    QueueRow show(ReviewItem item, Names names, Caller caller) {
        var holder = item.assignee();
        var mine = caller.account().equals(holder);
        var subject = item.subject();
        var handover = item.handover();
        return new QueueRow(
                item.submission(),
                subject.name(),
                subject.organizationName(),
                subject.protocols().stream().map(Protocol::label).toList(),
                reasons(item),
                item.phase().label(),
                item.round(),
                holder == null ? "" : mine ? "You" : names.of(holder),
                dueChip(item, clock),
                item.dueAt(),
                mine,
                holder == null
                        && item.task() != null
                        && caller.isAnalyst()
                        && !caller.belongsTo(subject.organization()),
                handover.note().isEmpty() ? "" : names.of(handover.by()) + ": " + handover.note());
    }

    private static List<Chip> reasons(ReviewItem item) {
        var chips = new ArrayList<Chip>();
        chips.add(new Chip("team", "team", item.phase().label()));
        if (item.task() == null) {
            chips.add(new Chip("run", "run", "Checks running"));
        }
        if (item.round() > 1) {
            chips.add(new Chip("neutral", "undo", "Round " + item.round()));
        }
        for (var reason : item.subject().because()) {
            chips.add(
                    reason.startsWith("Risk:")
                            ? new Chip("turn", "warning", reason)
                            : new Chip("neutral", "info", reason));
        }
        return chips;
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
