package dev.oin.checks;

import java.util.List;
import java.util.Optional;

/** A run with its results, in the order of its plan. */
public record CheckReport(CheckRun run, List<CheckResult> results) {

    public CheckReport {
        results = List.copyOf(results);
    }

    /** The result of the check, if it has one. */
    public Optional<CheckResult> resultOf(CheckId check) {
        return results.stream().filter(result -> result.check().equals(check)).findFirst();
    }
}
