package dev.oin.web.frame;

import dev.oin.checks.CheckRun;
import dev.oin.checks.Fault;
import dev.oin.checks.Severity;
import dev.oin.checks.Verdict;
import dev.oin.gate.Requirement;
import dev.oin.submission.SubmissionState;
import org.jspecify.annotations.Nullable;

/** States as chips: one icon, one word, one tone for each. */
public final class Chips {

    /** Of a check that has no result. */
    public static final Chip NOT_RUN = new Chip("hollow", "hollow", "Not run");

    private Chips() {}

    /** The state as the ISV reads it. */
    public static Chip of(SubmissionState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> new Chip("neutral", "pencil", state.label());
            case INITIAL_REVIEW, QA_TESTING, FINAL_REVIEW, CATALOG_REVIEW -> new Chip("team", "team", state.label());
            case ISV_REVIEW, ISV_FIX -> new Chip("turn", "turn", state.label());
            case PUBLISHING -> new Chip("run", "run", state.label());
            case PUBLISHED -> new Chip("good", "check-circle", state.label());
            case REJECTED -> new Chip("bad", "closed", state.label());
            case RETIRED -> new Chip("neutral", "closed", state.label());
        };
    }

    /** The state as the team reads it: the same tone, the phase by its name. */
    public static Chip forTeam(SubmissionState state) {
        var chip = of(state);
        return new Chip(chip.tone(), chip.icon(), state.detailedLabel());
    }

    /** What is in the catalog. */
    public static Chip published(int release) {
        return new Chip("good", "check-circle", "Published v" + release);
    }

    public static Chip of(Verdict verdict) {
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

    public static Chip of(CheckRun run) {
        return switch (run.status()) {
            case QUEUED -> new Chip("neutral", "clock", "Queued");
            case RUNNING -> new Chip("run", "run", "Running");
            case CANCELLED -> new Chip("neutral", "stop", "Cancelled");
            case FINISHED -> of(run.verdict() == null ? Verdict.INCONCLUSIVE : run.verdict());
        };
    }

    public static Chip of(Requirement requirement) {
        return switch (requirement.status()) {
            case MET -> new Chip("good", "check", "Met");
            case NOT_MET ->
                requirement.disproved()
                        ? new Chip("bad", "cross-circle", "Not met")
                        : new Chip("neutral", "hollow", "Not met");
            case NOT_APPLICABLE -> new Chip("neutral", "minus", "Not applicable");
        };
    }

    /** Who has to act, in words. */
    public static @Nullable String side(@Nullable Fault fault) {
        return switch (fault) {
            case APP -> "Your app";
            case CONFIGURATION -> "Your configuration";
            case NETWORK -> "Network";
            case PLATFORM -> "Our platform";
            case null -> null;
        };
    }

    public static String word(Severity severity) {
        return switch (severity) {
            case REQUIRED -> "Required to publish";
            case WARNING -> "Warning";
            case INFORMATION -> "Information";
        };
    }
}
