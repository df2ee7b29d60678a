package dev.oin.web.review;

import dev.oin.checks.CheckRun;
import dev.oin.checks.Verdict;
import dev.oin.review.Issue;
import dev.oin.submission.SubmissionState;
import dev.oin.web.frame.Chip;

/** States as chips, for the team. */
final class ReviewChips {

    private ReviewChips() {}

    static Chip of(SubmissionState state) {
        return switch (state.waitsFor()) {
            case TEAM -> new Chip("team", "team", state.detailedLabel());
            case ISV -> new Chip("turn", "turn", state.detailedLabel());
            case SYSTEM -> new Chip("run", "run", state.detailedLabel());
        };
    }

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

    static Chip of(CheckRun run) {
        return switch (run.status()) {
            case QUEUED -> new Chip("neutral", "clock", "Queued");
            case RUNNING -> new Chip("run", "run", "Running");
            case CANCELLED -> new Chip("neutral", "stop", "Cancelled");
            case FINISHED -> of(run.verdict() == null ? Verdict.INCONCLUSIVE : run.verdict());
        };
    }

    static Chip of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> new Chip("good", "check-circle", "Passed");
            case FAILED -> new Chip("bad", "cross-circle", "Failed");
            case WARNED -> new Chip("turn", "warning", "Warning");
            case INCONCLUSIVE -> new Chip("neutral", "question", "Inconclusive");
            case ERRORED -> new Chip("ours", "wrench", "Could not run");
            case ABANDONED -> new Chip("neutral", "stop", "Abandoned");
            case NOT_APPLICABLE -> new Chip("neutral", "minus", "Not applicable");
        };
    }
}
