package dev.oin.web.insight;

import dev.oin.insight.CycleTime;
import dev.oin.insight.CycleTimes;
import dev.oin.insight.Throughput;
import dev.oin.insight.Waiting;
import dev.oin.insight.WaitingNow;
import dev.oin.insight.WeekFlow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came in and went out, and how long each phase took. */
@Component
class FlowViews {

    /** The phases as a submission meets them. */
    static final List<String> PHASES = List.of(
            "INITIAL_REVIEW",
            "ISV_REVIEW",
            "CATALOG_REVIEW",
            "QA_TESTING",
            "ISV_FIX",
            "FINAL_REVIEW",
            "PUBLISHING",
            "PUBLISHED",
            "WITHDRAWN",
            "REJECTED");

    private static final String PAGE = "/insight/flow";

    private final Throughput throughput;
    private final CycleTimes times;
    private final WaitingNow waiting;

    FlowViews(Throughput throughput, CycleTimes times, WaitingNow waiting) {
        this.throughput = throughput;
        this.times = times;
        this.waiting = waiting;
    }

    FlowView show(InsightQuery query) {
        var weeks = throughput.weeks(query.slice());
        var phases = times.inPhases(query.slice()).stream()
                .sorted(Comparator.comparingInt(time -> PHASES.indexOf(time.element())))
                .toList();
        var now = waiting.inPhases(query.slice()).stream()
                .mapToInt(Waiting::count)
                .sum();
        return new FlowView(
                tiles(query, weeks, phases, now),
                weeks.stream().map(week -> week(query, week)).toList(),
                throughputFinding(query, weeks),
                phases.stream().map(time -> phase(query, time)).toList(),
                phaseFinding(phases),
                clocks(phases));
    }

    private static List<Tile> tiles(InsightQuery query, List<WeekFlow> weeks, List<CycleTime> phases, int now) {
        var whole = phases.stream()
                .filter(time -> time.element().equals("PUBLISHED"))
                .findFirst()
                .orElse(null);
        return List.of(
                new Tile("Handed in", "" + sum(weeks, WeekFlow::submitted), open(query, ItemSet.SUBMITTED)),
                new Tile("Published", "" + sum(weeks, WeekFlow::published), open(query, ItemSet.PUBLISHED)),
                new Tile("Withdrawn or rejected", "" + sum(weeks, WeekFlow::closed), open(query, ItemSet.CLOSED)),
                new Tile("Under review now", "" + now, journeys(query, ItemSet.WAITING, "IN_REVIEW")),
                new Tile(
                        "From handing in to publication, median",
                        Words.duration(whole == null ? null : whole.median()),
                        journeys(query, ItemSet.LEFT, "PUBLISHED")));
    }

    private static String open(InsightQuery query, ItemSet set) {
        return query.opening(set, null, null).at(PAGE) + "#items";
    }

    private static String journeys(InsightQuery query, ItemSet set, String element) {
        return query.opening(set, "journey", element).at(PAGE) + "#items";
    }

    private static WeekRow week(InsightQuery query, WeekFlow week) {
        return new WeekRow(
                week,
                query.openingWeek(ItemSet.SUBMITTED, week.week()).at(PAGE) + "#items",
                query.openingWeek(ItemSet.PUBLISHED, week.week()).at(PAGE) + "#items",
                query.openingWeek(ItemSet.CLOSED, week.week()).at(PAGE) + "#items");
    }

    private static PhaseRow phase(InsightQuery query, CycleTime time) {
        return new PhaseRow(
                Words.phase(time.element()),
                time.process().equals("journey") ? "All" : Words.turn(time.waitsFor()),
                time.visits(),
                Words.duration(time.median()),
                Words.duration(time.p85()),
                hours(time.median()),
                hours(time.p85()),
                query.opening(ItemSet.LEFT, time.process(), time.element()).at(PAGE) + "#items");
    }

    private static String throughputFinding(InsightQuery query, List<WeekFlow> weeks) {
        var in = sum(weeks, WeekFlow::submitted);
        var out = sum(weeks, WeekFlow::published) + sum(weeks, WeekFlow::closed);
        var change = in == out
                ? "as many went out as came in"
                : in > out
                        ? "%d more came in than went out".formatted(in - out)
                        : "%d more went out than came in".formatted(out - in);
        return in + out == 0
                ? "Nothing was handed in, and nothing ended, in " + Words.period(query.days()) + "."
                : "%s handed in, %d published: %s."
                        .formatted(
                                Words.count(in, "submission", "submissions"), sum(weeks, WeekFlow::published), change);
    }

    private static String phaseFinding(List<CycleTime> phases) {
        return phases.stream()
                .filter(time -> time.process().equals("phase"))
                .max(Comparator.comparing(CycleTime::median))
                .map(time -> "%s takes longest: half of it is done within %s."
                        .formatted(Words.phase(time.element()), Words.duration(time.median())))
                .orElse("No phase ended in the period.");
    }

    private static String clocks(List<CycleTime> phases) {
        var team = total(phases, "TEAM");
        var isv = total(phases, "ISV");
        var both = team.plus(isv);
        return both.isZero()
                ? "No time was measured on either clock."
                : "The OIN team's clock ran %s (%d %%), the ISVs' %s (%d %%), over the phases that ended."
                        .formatted(
                                Words.duration(team),
                                Math.round(100.0 * team.toSeconds() / both.toSeconds()),
                                Words.duration(isv),
                                Math.round(100.0 * isv.toSeconds() / both.toSeconds()));
    }

    private static Duration total(List<CycleTime> phases, String waitsFor) {
        return phases.stream()
                .filter(time ->
                        time.process().equals("phase") && time.waitsFor().equals(waitsFor))
                .map(CycleTime::total)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static @Nullable String hours(@Nullable Duration duration) {
        return duration == null ? null : String.valueOf(Math.round(duration.toSeconds() / 36.0) / 100.0);
    }

    private static int sum(List<WeekFlow> weeks, ToIntFunction<WeekFlow> number) {
        return weeks.stream().mapToInt(number).sum();
    }

    record FlowView(
            List<Tile> tiles,
            List<WeekRow> weeks,
            String throughputFinding,
            List<PhaseRow> phases,
            String phaseFinding,
            String clocks) {}

    record WeekRow(WeekFlow week, String submittedPath, String publishedPath, String closedPath) {}

    record PhaseRow(
            String name,
            String turn,
            int count,
            String median,
            String p85,
            @Nullable String medianHours,
            @Nullable String p85Hours,
            String path) {}
}
