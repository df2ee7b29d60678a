package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission that waits for the team, as the queue shows it.
 *
 * @param task the open user task; null while automated checks run
 */
public record ReviewItem(
        SubmissionId submission,
        ReviewPhase phase,
        int round,
        @Nullable String task,
        @Nullable AccountId assignee,
        Instant enteredAt,
        Instant dueAt,
        Subject subject,
        Handover handover) {

    /** Whether the promised time has passed. */
    public boolean isOverdue(Instant now) {
        return now.isAfter(dueAt);
    }

    /**
     * What is reviewed, as it was when it came in.
     *
     * @param because why it is here, in words
     */
    public record Subject(
            IntegrationId integration,
            OrganizationId organization,
            String organizationName,
            String name,
            @Nullable Integer version,
            List<Protocol> protocols,
            List<String> because) {

        public Subject {
            protocols = List.copyOf(protocols);
            because = List.copyOf(because);
        }
    }

    /** What the last holder left for the next one. */
    public record Handover(String note, @Nullable AccountId by) {

        /** Nothing was left. */
        public static final Handover NONE = new Handover("", null);
    }
}
