package dev.oin.checks;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.Blobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads runs from the tables. */
@Component
class RecordedRuns implements CheckRuns {

    private final RunRows rows;
    private final ResultRows results;
    private final Blobs blobs;

    RecordedRuns(RunRows rows, ResultRows results, Blobs blobs) {
        this.rows = rows;
        this.results = results;
        this.blobs = blobs;
    }

    @Override
    public Optional<CheckRun> find(RunId id) {
        return rows.find(id);
    }

    @Override
    public Optional<CheckRun> find(RunId id, OrganizationId owner) {
        return rows.find(id).filter(run -> run.organization().equals(owner));
    }

    @Override
    public List<CheckRun> of(SubmissionId submission, int limit, int offset) {
        return rows.of(submission, limit, offset);
    }

    @Override
    public int count(SubmissionId submission) {
        return rows.count(submission);
    }

    @Override
    public Optional<CheckReport> report(RunId id) {
        return rows.find(id).map(run -> new CheckReport(run, results.of(id)));
    }

    @Override
    public List<CheckReport> finished(SubmissionId submission, CheckRun.Origin origin) {
        var found = results.ofFinished(submission, origin);
        return rows.finished(submission, origin).stream()
                .map(run -> new CheckReport(run, found.getOrDefault(run.id(), List.of())))
                .toList();
    }

    @Override
    public List<Standing> latest(InstanceId instance, SuiteName suite, Instant notBefore) {
        return results.latest(instance, suite, notBefore);
    }

    @Override
    public Optional<CheckRun> latestFinished(SubmissionId submission, SuiteName suite) {
        return rows.latestFinished(submission, suite);
    }

    @Override
    public Optional<ExhibitContent> exhibit(RunId run, UUID exhibit) {
        return results.exhibit(run, exhibit)
                .flatMap(stored ->
                        blobs.find(stored.blob()).map(blob -> new ExhibitContent(stored.entry(), blob.content())));
    }
}
