package dev.oin.checks;

import dev.oin.checks.CheckResult.ExhibitEntry;
import dev.oin.kernel.RunId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads kept evidence back. */
@Component
class KeptExhibits {

    private final CheckRuns runs;

    KeptExhibits(CheckRuns runs) {
        this.runs = runs;
    }

    Optional<byte[]> content(RunId run, ExhibitEntry entry) {
        return runs.exhibit(run, entry.id()).map(CheckRuns.ExhibitContent::content);
    }

    String text(RunId run, ExhibitEntry entry) {
        return content(run, entry)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    List<Exchange> traffic(RunId run, CheckResult result) {
        return result.exhibits().stream()
                .filter(entry -> entry.kind() == ExhibitEntry.Kind.TRAFFIC)
                .flatMap(entry -> content(run, entry).stream())
                .flatMap(json -> EvidenceJson.exchanges(json).stream())
                .toList();
    }

    List<String> steps(RunId run, CheckResult result) {
        return result.exhibits().stream()
                .filter(entry -> entry.kind() == ExhibitEntry.Kind.STEPS)
                .flatMap(entry -> content(run, entry).stream())
                .flatMap(json -> EvidenceJson.steps(json).stream())
                .map(step -> step.at() + "  " + step.text())
                .toList();
    }
}
