package dev.oin.checks;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite for one submission.
 *
 * @param instance the instance under test; null where a suite needs none
 * @param version the version of the integration that is tested
 * @param person who signs in; null lets the suite choose
 * @param cases the checks asked for; empty means all that apply
 * @param verdict the worst of the results; null until the run has finished
 * @param reason why the run was cancelled or could not be done; null otherwise
 * @param requestedBy who asked for it; null where the pipeline did
 */
public record CheckRun(
        RunId id,
        OrganizationId organization,
        IntegrationId integration,
        SubmissionId submission,
        SuiteName suite,
        Origin origin,
        @Nullable InstanceId instance,
        int version,
        @Nullable PersonId person,
        List<CheckId> cases,
        Status status,
        @Nullable Verdict verdict,
        Progress progress,
        @Nullable String reason,
        @Nullable AccountId requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {

    public CheckRun {
        cases = List.copyOf(cases);
    }

    /** Where a run is in its life. */
    public enum Status {
        QUEUED,
        RUNNING,
        FINISHED,
        CANCELLED;

        /** Whether nothing more will happen. */
        public boolean isOver() {
            return this == FINISHED || this == CANCELLED;
        }
    }

    /** On whose behalf a run is made. */
    public enum Origin {
        /** The ISV tests before it submits. */
        ISV,
        /** The team's QA. */
        QA
    }

    /**
     * How far it is.
     *
     * @param current the title of the check that runs now; empty where none does
     */
    public record Progress(int done, int total, String current) {}
}
