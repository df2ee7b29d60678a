package dev.oin.web.review;

import dev.oin.review.Issue;
import dev.oin.web.frame.Chip;

/** Issues as chips, for the team. */
final class ReviewChips {

    private ReviewChips() {}

    static Chip of(Issue.Severity severity) {
        return switch (severity) {
            case MUST_FIX -> new Chip("turn", "warning", severity.label());
            case SHOULD_FIX -> new Chip("neutral", "info", severity.label());
            case NOTE -> new Chip("neutral", "list", severity.label());
        };
    }

    static Chip of(Issue.Status status) {
        return switch (status) {
            case OPEN -> new Chip("turn", "turn", status.label());
            case ANSWERED -> new Chip("team", "mail", status.label());
            case FIXED -> new Chip("good", "check", status.label());
            case CLOSED -> new Chip("neutral", "closed", status.label());
        };
    }
}
