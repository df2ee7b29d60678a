package dev.oin.review;

import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What QA's runs say: the newest result of each check on each instance. A rerun of some cases leaves what was seen of the others.
 *
 * @param reports the runs that count, newest first
 */
public record QaStanding(List<CheckReport> reports) {

    /** Nothing was run. */
    static final QaStanding NONE = new QaStanding(List.of());

    public QaStanding {
        reports = List.copyOf(reports);
    }

    /** The newest finished run by suite and instance. */
    List<CheckRun> latestRuns() {
        var latest = new LinkedHashMap<String, CheckRun>();
        reports.forEach(report -> latest.putIfAbsent(key(report.run()), report.run()));
        return List.copyOf(latest.values());
    }

    /** The newest result of each check, by suite and instance. */
    public Collection<Seen> latest() {
        var latest = new LinkedHashMap<String, Seen>();
        for (var report : reports) {
            report.results()
                    .forEach(result -> latest.putIfAbsent(
                            key(report.run()) + "/" + result.check(), new Seen(report.run(), result)));
        }
        return latest.values();
    }

    /** What the suite came to; empty where it was not run. */
    Optional<OfSuite> of(SuiteName suite) {
        var newest = reports.stream()
                .map(CheckReport::run)
                .filter(run -> run.suite() == suite)
                .findFirst();
        return newest.map(run -> of(
                run,
                latest().stream()
                        .filter(seen -> seen.run().suite() == suite)
                        .map(seen -> seen.result().outcome().verdict())
                        .filter(verdict -> verdict != Verdict.NOT_APPLICABLE)
                        .toList()));
    }

    private static OfSuite of(CheckRun run, List<Verdict> verdicts) {
        var good = verdicts.stream().filter(Verdict::isGoodEnoughToSubmit).count();
        var worst = verdicts.isEmpty() && run.verdict() != null ? run.verdict() : Verdict.worstOf(verdicts);
        return new OfSuite(run, worst, good, verdicts.size());
    }

    private static String key(CheckRun run) {
        return run.suite() + "/" + run.instance();
    }

    /** A result with the run that it is from. */
    public record Seen(CheckRun run, CheckResult result) {}

    /** What a suite came to, over all its runs that count. */
    record OfSuite(CheckRun newest, Verdict verdict, long passed, int total) {

        String words() {
            return "%s: %d of %d passed on v%d".formatted(newest.suite().label(), passed, total, newest.version());
        }
    }
}
