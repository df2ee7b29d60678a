package dev.oin.web.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;

/**
 * One line of the queue.
 *
 * @param handover what the last holder left; empty where nothing
 */
record QueueRow(
        SubmissionId id,
        String name,
        String organization,
        List<String> protocols,
        List<Chip> chips,
        String phase,
        int round,
        String holder,
        Chip due,
        Instant dueAt,
        boolean mine,
        boolean isClaimable,
        String handover) {}
