package dev.oin.review;

import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.review.ChecklistEntry.Result;
import dev.oin.submission.Submission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what stands behind a rule or check: the newest result of a run, or what the machine says about the checklist item. */
@Component
class FindEvidence {

    private final CheckRuns runs;
    private final GatherMachineFacts facts;

    FindEvidence(CheckRuns runs, GatherMachineFacts facts) {
        this.runs = runs;
        this.facts = facts;
    }

    /** What is known of the submission's checks at this moment. */
    Known of(Submission submission) {
        var all = new ArrayList<QaStanding.Seen>();
        for (var origin : CheckRun.Origin.values()) {
            runs.finished(submission.id(), origin)
                    .forEach(report ->
                            report.results().forEach(result -> all.add(new QaStanding.Seen(report.run(), result))));
        }
        all.sort(Comparator.comparing((QaStanding.Seen seen) -> seen.result().sequence())
                .reversed());
        return new Known(all, facts.of(submission));
    }

    /**
     * What is known.
     *
     * @param results of all finished runs, newest first
     */
    record Known(List<QaStanding.Seen> results, MachineFacts facts) {

        Issue.Evidence behind(String check) {
            return result(check)
                    .map(seen -> new Issue.Evidence(
                            seen.run().id(),
                            words(seen.result()),
                            !seen.result().outcome().verdict().isGoodEnoughToSubmit()))
                    .or(() -> verdict(check)
                            .map(verdict -> new Issue.Evidence(null, verdict.text(), verdict.result() == Result.FAIL)))
                    .orElse(Issue.Evidence.NONE);
        }

        /** Whether the check of the issue passes since the issue was raised; empty where it cannot be told. */
        Optional<Boolean> passes(Issue issue) {
            var newest = result(issue.check());
            return newest.isPresent()
                    ? newest.filter(seen -> seen.result().finishedAt().isAfter(issue.raisedAt()))
                            .map(seen -> seen.result().outcome().verdict().isGoodEnoughToSubmit())
                    : verdict(issue.check())
                            .filter(verdict -> verdict.result() != null)
                            .map(verdict -> verdict.result() == Result.PASS);
        }

        private Optional<QaStanding.Seen> result(String check) {
            return results.stream()
                    .filter(seen -> seen.result().check().value().equals(check))
                    .findFirst();
        }

        private Optional<MachineVerdict> verdict(String check) {
            return InitialReviewItems.ALL.stream()
                    .filter(item -> item.id().equals(check))
                    .filter(item -> item.applies().test(facts.content()))
                    .findFirst()
                    .map(item -> item.machine().apply(facts));
        }

        private static String words(CheckResult result) {
            return "Expected: %s Seen: %s"
                    .formatted(result.outcome().expected(), result.outcome().observed());
        }
    }
}
