package dev.oin.web.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One line of the queue. */
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
        boolean isClaimable) {

    boolean mentions(String query) {
        var words = query.strip().toLowerCase(Locale.ROOT);
        return words.isEmpty()
                || (name + " " + organization).toLowerCase(Locale.ROOT).contains(words);
    }
}
