package dev.oin.review;

import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.kernel.RunId;
import dev.oin.submission.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what the ISV's runs of the submitted version came to beside what ours did. */
@Component
public class CompareRuns {

    private final CheckRuns runs;

    CompareRuns(CheckRuns runs) {
        this.runs = runs;
    }

    /** Suite by suite, those that either side ran. */
    List<Comparison> of(Submission submission, QaStanding ours) {
        var isv = new QaStanding(runs.finished(submission.id(), CheckRun.Origin.ISV).stream()
                .filter(report -> Objects.equals(report.run().version(), submission.submittedVersion()))
                .toList());
        return Stream.of(SuiteName.values())
                .filter(suite -> isv.of(suite).isPresent() || ours.of(suite).isPresent())
                .map(suite -> new Comparison(
                        suite,
                        isv.of(suite).map(CompareRuns::tally).orElse(null),
                        ours.of(suite).map(CompareRuns::tally).orElse(null),
                        differences(results(isv, suite), results(ours, suite))))
                .toList();
    }

    private static Tally tally(QaStanding.OfSuite seen) {
        return new Tally(seen.newest().id(), seen.verdict(), seen.passed(), seen.total());
    }

    /** The newest result of each check, whatever the instance. */
    private static Map<String, QaStanding.Seen> results(QaStanding standing, SuiteName suite) {
        var results = new LinkedHashMap<String, QaStanding.Seen>();
        standing.latest().stream()
                .filter(seen -> seen.run().suite() == suite)
                .forEach(seen -> results.putIfAbsent(seen.result().check().value(), seen));
        return results;
    }

    private static List<Difference> differences(Map<String, QaStanding.Seen> isv, Map<String, QaStanding.Seen> ours) {
        var differences = new ArrayList<Difference>();
        ours.forEach((check, seen) -> {
            var theirs = isv.get(check);
            var verdict = seen.result().outcome().verdict();
            if (theirs != null && theirs.result().outcome().verdict() != verdict) {
                differences.add(new Difference(
                        check, seen.result().title(), theirs.result().outcome().verdict(), verdict));
            }
        });
        return List.copyOf(differences);
    }

    /**
     * One suite on both sides.
     *
     * @param isv null where the ISV did not run it
     * @param ours null where QA did not
     */
    public record Comparison(
            SuiteName suite, @Nullable Tally isv, @Nullable Tally ours, List<Difference> differences) {}

    /** How one side's runs of a suite ended. */
    public record Tally(RunId run, Verdict verdict, long passed, int total) {}

    /** A check that came to something else with us. */
    public record Difference(String check, String title, Verdict isv, Verdict ours) {}
}
