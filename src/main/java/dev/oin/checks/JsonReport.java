package dev.oin.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.CheckResult.ExhibitEntry;
import dev.oin.kernel.RunId;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The results with all evidence in one JSON document (testing-rules 4.4, Export). */
final class JsonReport {

    private static final int SCHEMA_VERSION = 1;

    private final KeptExhibits exhibits;

    JsonReport(KeptExhibits exhibits) {
        this.exhibits = exhibits;
    }

    String write(CheckReport report) {
        var run = report.run();
        var document = EvidenceJson.mapper().createObjectNode();
        document.put("schema_version", SCHEMA_VERSION);
        document.put("id", run.id().toString());
        document.put("submission_id", run.submission().toString());
        document.put("suite", run.suite().text());
        document.put("status", run.status().name());
        document.put("verdict", run.verdict() == null ? null : run.verdict().name());
        document.put(
                "instance_id", run.instance() == null ? null : run.instance().toString());
        document.put("version", run.version());
        document.put("started_at", text(run.startedAt()));
        document.put("finished_at", text(run.finishedAt()));
        document.put("expires_at", text(run.expiresAt()));
        var results = document.putArray("results");
        report.results().forEach(result -> write(results.addObject(), run.id(), result));
        return document.toPrettyString();
    }

    private void write(ObjectNode node, RunId run, CheckResult result) {
        var outcome = result.outcome();
        node.put("check", result.check().value());
        node.put("title", result.title());
        node.put("severity", result.severity().letter());
        node.put("verdict", outcome.verdict().name());
        node.put("clause", result.clause());
        node.put("fault", outcome.fault().map(Fault::name).orElse(null));
        node.put("expected", outcome.expected());
        node.put("observed", outcome.observed());
        node.put("remedy", outcome.remedy());
        node.put("started_at", text(result.startedAt()));
        node.put("finished_at", text(result.finishedAt()));
        node.put("duration_ms", result.duration().toMillis());
        node.put("attempts", result.attempts());
        var kept = node.putArray("exhibits");
        result.exhibits().forEach(entry -> write(kept.addObject(), run, entry));
    }

    private void write(ObjectNode node, RunId run, ExhibitEntry entry) {
        node.put("id", entry.id().toString());
        node.put("kind", entry.kind().name());
        node.put("title", entry.title());
        node.put("media_type", entry.mediaType());
        switch (entry.kind()) {
            case STEPS, TRAFFIC ->
                exhibits.content(run, entry).ifPresent(json -> node.set("content", EvidenceJson.tree(json)));
            case MESSAGE -> node.put("content", exhibits.text(run, entry));
            case SCREENSHOT ->
                exhibits.content(run, entry)
                        .ifPresent(png ->
                                node.put("content_base64", Base64.getEncoder().encodeToString(png)));
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
