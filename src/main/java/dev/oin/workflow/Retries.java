package dev.oin.workflow;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The waiting times between attempts, the same as the models' jobs have; then an incident. */
final class Retries {

    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private Retries() {}

    /** What is left after a failure: how many attempts, and how long to pause before the next. */
    record Left(int attempts, Duration pause) {}

    /** What is left for a task that failed with so many attempts left; null says that it was the first. */
    static Left after(@Nullable Integer before) {
        var attempts = before == null ? WAITS.size() : before - 1;
        return attempts < 1
                ? new Left(0, Duration.ZERO)
                : new Left(attempts, WAITS.get(WAITS.size() - Math.min(attempts, WAITS.size())));
    }
}
