package dev.oin.insight;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What waits at an element of a model now.
 *
 * @param p85 null where fewer than 20 wait
 * @param overdue how many are past their promised date
 */
public record Waiting(
        String process,
        String element,
        String waitsFor,
        int count,
        int overdue,
        Duration median,
        @Nullable Duration p85,
        Duration oldest) {}
