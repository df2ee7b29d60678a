package dev.oin.web.insight;

import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item behind a number.
 *
 * @param where the element or phase
 * @param holder who holds it; empty for nobody
 * @param chip how it stands to its date; null without one
 */
record ItemRow(
        String path,
        String name,
        List<String> labels,
        String where,
        String turn,
        String holder,
        Instant since,
        String stay,
        @Nullable Instant until,
        @Nullable Instant due,
        @Nullable Chip chip) {}
