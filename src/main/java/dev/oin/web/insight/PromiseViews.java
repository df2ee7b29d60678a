package dev.oin.web.insight;

import dev.oin.insight.CycleTime;
import dev.oin.insight.CycleTimes;
import dev.oin.insight.Waiting;
import dev.oin.insight.WaitingNow;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which promised dates were kept, by phase, and what is late now. */
@Component
class PromiseViews {

    private static final String PAGE = "/insight/promises";

    private final CycleTimes times;
    private final WaitingNow waiting;

    PromiseViews(CycleTimes times, WaitingNow waiting) {
        this.times = times;
        this.waiting = waiting;
    }

    PromiseView show(InsightQuery query) {
        var phases = times.inPhases(query.slice()).stream()
                .filter(time -> time.process().equals("phase") && time.promised() > 0)
                .sorted(Comparator.comparingInt(time -> FlowViews.PHASES.indexOf(time.element())))
                .toList();
        var promised = phases.stream().mapToInt(CycleTime::promised).sum();
        var kept = phases.stream().mapToInt(CycleTime::onTime).sum();
        var late = waiting.atElements(query.slice()).stream()
                .mapToInt(Waiting::overdue)
                .sum();
        return new PromiseView(
                List.of(
                        new Tile("Ended by the promised date", rate(kept, promised), PAGE + "#phases"),
                        new Tile("Promises that ended", "" + promised, PAGE + "#phases"),
                        new Tile("Past their date now", "" + late, PAGE + "#overdue")),
                promised == 0
                        ? "No phase with a promised date ended in %s.".formatted(Words.period(query.days()))
                        : "%d of %d phases ended by the date first promised.".formatted(kept, promised),
                phases.stream().map(time -> row(query, time)).toList());
    }

    private static PromiseRow row(InsightQuery query, CycleTime time) {
        return new PromiseRow(
                Words.phase(time.element()),
                time.promised(),
                time.onTime(),
                time.promised() - time.onTime(),
                rate(time.onTime(), time.promised()),
                time.onTimePercent() == null ? 0 : time.onTimePercent(),
                query.opening(ItemSet.KEPT, "phase", time.element()).at(PAGE) + "#items",
                query.opening(ItemSet.MISSED, "phase", time.element()).at(PAGE) + "#items");
    }

    private static String rate(int kept, int promised) {
        return promised == 0 ? "-" : Math.round(100.0 * kept / promised) + " %";
    }

    record PromiseView(List<Tile> tiles, String finding, List<PromiseRow> phases) {}

    record PromiseRow(
            String name,
            int promised,
            int kept,
            int missed,
            String rate,
            int percent,
            String keptPath,
            String missedPath) {}
}
