package dev.oin.insight;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a phase takes, from what it took in the last year; nothing is said before there is enough of it. */
@Component
public class Forecasts {

    private static final int DAYS = 365;

    private final CycleTimes times;

    Forecasts(CycleTimes times) {
        this.times = times;
    }

    /** The forecast for a phase, named by its state. */
    public Optional<Forecast> of(String phase) {
        return times.inPhases(Slice.ofDays(DAYS)).stream()
                .filter(time -> time.process().equals("phase") && time.element().equals(phase))
                .flatMap(time ->
                        Optional.ofNullable(time.p85())
                                .map(p85 -> new Forecast(time.visits(), time.median(), p85))
                                .stream())
                .findFirst();
    }

    /**
     * What experience says.
     *
     * @param of how many went through
     * @param p50 half took no longer
     * @param p85 85 in 100 took no longer
     */
    public record Forecast(int of, Duration p50, Duration p85) {}
}
