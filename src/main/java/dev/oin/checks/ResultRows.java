package dev.oin.checks;

import dev.oin.checks.CheckResult.ExhibitEntry;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.BlobKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code check_results} and {@code check_exhibits}. */
@Component
class ResultRows {

    private final JdbcClient client;

    ResultRows(JdbcClient client) {
        this.client = client;
    }

    /** An exhibit whose content is stored. */
    record StoredExhibit(ExhibitEntry entry, BlobKey blob) {}

    /** A result before it has a place in the sequence. */
    record NewResult(Check check, int position, Outcome outcome, Instant startedAt, Instant finishedAt, int attempts) {}

    /** Adds the result with its exhibits; false where the check has one already. */
    boolean add(RunId run, NewResult result, List<StoredExhibit> exhibits) {
        var outcome = result.outcome();
        var added = client.sql(
                        "insert into check_results (run, check_id, position, title, severity, clause, verdict, fault,"
                                + " expected, observed, remedy, started_at, finished_at, attempts)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(run.value())
                .param(result.check().id().value())
                .param(result.position())
                .param(result.check().title())
                .param(result.check().severity().name())
                .param(result.check().clause())
                .param(outcome.verdict().name())
                .param(outcome.fault().map(Fault::name).orElse(null))
                .param(outcome.expected())
                .param(outcome.observed())
                .param(outcome.remedy())
                .param(Timestamp.from(result.startedAt()))
                .param(Timestamp.from(result.finishedAt()))
                .param(result.attempts())
                .update();
        if (added == 0) {
            return false;
        }
        for (var position = 0; position < exhibits.size(); position++) {
            add(run, result.check().id(), position, exhibits.get(position));
        }
        return true;
    }

    private void add(RunId run, CheckId check, int position, StoredExhibit exhibit) {
        var entry = exhibit.entry();
        client.sql("insert into check_exhibits (id, run, check_id, position, kind, title, media_type, blob)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.id(),
                        run.value(),
                        check.value(),
                        position,
                        entry.kind().name(),
                        entry.title(),
                        entry.mediaType(),
                        exhibit.blob().value())
                .update();
    }

    /** Which checks of the run have a result. */
    Set<CheckId> done(RunId run) {
        return new HashSet<>(client.sql("select check_id from check_results where run = ?")
                .param(run.value())
                .query((row, number) -> new CheckId(row.getString(1)))
                .list());
    }

    List<Verdict> verdicts(RunId run) {
        return client.sql("select verdict from check_results where run = ?")
                .param(run.value())
                .query((row, number) -> Verdict.valueOf(row.getString(1)))
                .list();
    }

    /** The run's results, in the order of its plan. */
    List<CheckResult> of(RunId run) {
        return results(run, 0, "position");
    }

    /** What was recorded after the sequence number, in that order. */
    List<CheckResult> after(RunId run, long sequence) {
        return results(run, sequence, "sequence");
    }

    /** The results of all finished runs of the submission on that behalf, by run. */
    Map<RunId, List<CheckResult>> ofFinished(SubmissionId submission, CheckRun.Origin origin) {
        var byRun = new HashMap<RunId, List<CheckResult>>();
        client.sql("select result.* from check_results result join check_runs run on run.id = result.run"
                        + " where run.submission = ? and run.origin = ? and run.status = 'FINISHED' and run.void_since is null"
                        + " order by result.run, result.position")
                .params(submission.value(), origin.name())
                .query(row -> {
                    byRun.computeIfAbsent(new RunId(row.getObject("run", UUID.class)), unused -> new ArrayList<>())
                            .add(result(row, Map.of()));
                });
        return byRun;
    }

    private List<CheckResult> results(RunId run, long after, String order) {
        var exhibits = exhibits(run);
        return client.sql("select * from check_results where run = ? and sequence > ? order by " + order)
                .params(run.value(), after)
                .query((row, number) -> result(row, exhibits))
                .list();
    }

    private Map<String, List<ExhibitEntry>> exhibits(RunId run) {
        var byCheck = new HashMap<String, List<ExhibitEntry>>();
        client.sql("select * from check_exhibits where run = ? order by check_id, position")
                .param(run.value())
                .query(row -> {
                    byCheck.computeIfAbsent(row.getString("check_id"), unused -> new ArrayList<>())
                            .add(entry(row));
                });
        return byCheck;
    }

    /** The latest result of each check of the suite on the instance. */
    List<CheckRuns.Standing> latest(InstanceId instance, SuiteName suite, Instant notBefore) {
        return client.sql("select distinct on (result.check_id) result.check_id, result.title, result.verdict,"
                        + " run.id, coalesce(run.finished_at, result.finished_at) as finished_at"
                        + " from check_results result join check_runs run on run.id = result.run"
                        + " where run.instance = ? and run.suite = ? and run.status = 'FINISHED' and run.void_since is null"
                        + " and run.started_at >= ? order by result.check_id, result.sequence desc")
                .params(instance.value(), suite.name(), Timestamp.from(notBefore))
                .query((row, number) -> new CheckRuns.Standing(
                        new CheckId(row.getString("check_id")),
                        row.getString("title"),
                        Verdict.valueOf(row.getString("verdict")),
                        new RunId(row.getObject("id", UUID.class)),
                        row.getTimestamp("finished_at").toInstant()))
                .list();
    }

    Optional<StoredExhibit> exhibit(RunId run, UUID id) {
        return client.sql("select * from check_exhibits where run = ? and id = ?")
                .params(run.value(), id)
                .query((row, number) -> new StoredExhibit(entry(row), new BlobKey(row.getString("blob"))))
                .optional();
    }

    private static ExhibitEntry entry(ResultSet row) throws SQLException {
        return new ExhibitEntry(
                row.getObject("id", UUID.class),
                ExhibitEntry.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("media_type"));
    }

    private static CheckResult result(ResultSet row, Map<String, List<ExhibitEntry>> exhibits) throws SQLException {
        var check = row.getString("check_id");
        return new CheckResult(
                new CheckId(check),
                row.getString("title"),
                Severity.valueOf(row.getString("severity")),
                row.getString("clause"),
                Outcome.restored(
                        Verdict.valueOf(row.getString("verdict")),
                        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf),
                        row.getString("expected"),
                        row.getString("observed"),
                        row.getString("remedy")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("finished_at").toInstant(),
                row.getInt("attempts"),
                row.getLong("sequence"),
                exhibits.getOrDefault(check, List.of()));
    }
}
