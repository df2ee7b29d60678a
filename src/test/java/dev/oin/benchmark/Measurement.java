package dev.oin.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a benchmark's result.
 *
 * @param floor what the same costs without the product; null where there is no such thing
 */
public record Measurement(String name, @Nullable Long floor, long measured, String unit) {

    /** Medians of milliseconds. */
    public static Measurement ofMillis(String name, @Nullable List<Long> floor, List<Long> measured) {
        return new Measurement(name, floor == null ? null : median(floor), median(measured), "ms");
    }

    /** How long the work takes, in milliseconds. */
    public static long millis(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** Prints it where the one who runs the benchmarks looks. */
    public void print() {
        System.out.println(this);
    }

    @Override
    public String toString() {
        return floor == null
                ? "%s | – | %d %s | –".formatted(name, measured, unit)
                : String.format(
                        Locale.ROOT,
                        "%s | %d %s | %d %s | %.2f",
                        name,
                        floor,
                        unit,
                        measured,
                        unit,
                        (double) measured / Math.max(1, floor));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
