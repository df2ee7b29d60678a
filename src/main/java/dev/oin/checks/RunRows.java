package dev.oin.checks;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code check_runs}. */
@Component
class RunRows {

    private final JdbcClient client;

    RunRows(JdbcClient client) {
        this.client = client;
    }

    /** Adds the run; false where the submission has one of that key already. */
    boolean add(CheckRun run, List<CheckId> planned, @Nullable String key, boolean handedOver) {
        return client.sql(
                                "insert into check_runs (id, organization, integration, submission, suite, origin, origin_key,"
                                        + " instance, version, person, cases, planned, status, requested_by, requested_at, handed_over_at)"
                                        + " values (:id, :organization, :integration, :submission, :suite, :origin, :key,"
                                        + " :instance, :version, :person, :cases, :planned, 'QUEUED', :by, :at, :handedOver)"
                                        + " on conflict (submission, origin_key) do nothing")
                        .param("id", run.id().value())
                        .param("organization", run.organization().value())
                        .param("integration", run.integration().value())
                        .param("submission", run.submission().value())
                        .param("suite", run.suite().name())
                        .param("origin", run.origin().name())
                        .param("key", key)
                        .param(
                                "instance",
                                run.instance() == null ? null : run.instance().value())
                        .param("version", run.version())
                        .param(
                                "person",
                                run.person() == null ? null : run.person().value())
                        .param("cases", texts(run.cases()))
                        .param("planned", texts(planned))
                        .param(
                                "by",
                                run.requestedBy() == null
                                        ? null
                                        : run.requestedBy().value())
                        .param("at", Timestamp.from(run.requestedAt()))
                        .param("handedOver", handedOver ? Timestamp.from(run.requestedAt()) : null)
                        .update()
                == 1;
    }

    Optional<CheckRun> find(RunId id) {
        return client.sql("select * from check_runs where id = ?")
                .param(id.value())
                .query(RunRows::run)
                .optional();
    }

    Optional<CheckRun> findByKey(SubmissionId submission, String key) {
        return client.sql("select * from check_runs where submission = ? and origin_key = ?")
                .params(submission.value(), key)
                .query(RunRows::run)
                .optional();
    }

    List<CheckRun> of(SubmissionId submission, int limit, int offset) {
        return client.sql(
                        "select * from check_runs where submission = ? order by requested_at desc, id desc limit ? offset ?")
                .params(submission.value(), limit, offset)
                .query(RunRows::run)
                .list();
    }

    List<CheckRun> finished(SubmissionId submission, CheckRun.Origin origin) {
        return client.sql("select * from check_runs where submission = ? and origin = ? and status = 'FINISHED'"
                        + " and void_since is null order by requested_at desc, id desc")
                .params(submission.value(), origin.name())
                .query(RunRows::run)
                .list();
    }

    int count(SubmissionId submission) {
        return client.sql("select count(*) from check_runs where submission = ?")
                .param(submission.value())
                .query(Integer.class)
                .single();
    }

    Optional<CheckRun> latestFinished(SubmissionId submission, SuiteName suite) {
        return client.sql("select * from check_runs where submission = ? and suite = ? and status = 'FINISHED'"
                        + " and void_since is null order by finished_at desc limit 1")
                .params(submission.value(), suite.name())
                .query(RunRows::run)
                .optional();
    }

    List<CheckId> planned(RunId id) {
        return client.sql("select planned from check_runs where id = ?")
                .param(id.value())
                .query((row, number) -> ids(row, "planned"))
                .single();
    }

    List<CheckRun> unfinished(SubmissionId submission, CheckRun.Origin origin) {
        return client.sql(
                        "select * from check_runs where submission = ? and origin = ? and status in ('QUEUED', 'RUNNING')")
                .params(submission.value(), origin.name())
                .query(RunRows::run)
                .list();
    }

    /** Whether a run of the integration is in the workers' hands. */
    boolean hasHandedOver(IntegrationId integration) {
        return client.sql("select exists (select 1 from check_runs where integration = ? and origin_key is null"
                        + " and status in ('QUEUED', 'RUNNING') and handed_over_at is not null)")
                .param(integration.value())
                .query(Boolean.class)
                .single();
    }

    /** The run of the integration that waits longest. */
    Optional<CheckRun> firstWaiting(IntegrationId integration) {
        return client.sql(
                        "select * from check_runs where integration = ? and status = 'QUEUED' and handed_over_at is null"
                                + " order by requested_at, id limit 1")
                .param(integration.value())
                .query(RunRows::run)
                .optional();
    }

    void markHandedOver(RunId id, Instant at) {
        client.sql("update check_runs set handed_over_at = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    /** One transaction at a time decides on the turns of an integration. */
    void lockTurns(IntegrationId integration) {
        client.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))")
                .param(integration.toString())
                .query((row, number) -> true)
                .list();
    }

    /** Cancels the run; false where it is over. */
    boolean cancel(RunId id, String reason, Instant now) {
        return client.sql("update check_runs set status = 'CANCELLED', reason = ?, finished_at = ?, current_check = '',"
                                + " lease_until = null where id = ? and status in ('QUEUED', 'RUNNING')")
                        .params(reason, Timestamp.from(now), id.value())
                        .update()
                == 1;
    }

    /** Results of the instance's runs no longer count; they stay readable. */
    void voidResults(InstanceId instance, SuiteName suite, String because, Instant now) {
        client.sql(
                        "update check_runs set void_since = ?, void_because = ? where instance = ? and suite = ? and void_since is null")
                .params(Timestamp.from(now), because, instance.value(), suite.name())
                .update();
    }

    static CheckRun run(ResultSet row, int number) throws SQLException {
        var planned = ids(row, "planned");
        return new CheckRun(
                new RunId(uuid(row, "id")),
                new OrganizationId(uuid(row, "organization")),
                new IntegrationId(uuid(row, "integration")),
                new SubmissionId(uuid(row, "submission")),
                SuiteName.valueOf(row.getString("suite")),
                CheckRun.Origin.valueOf(row.getString("origin")),
                optional(row.getObject("instance", UUID.class), InstanceId::new),
                row.getInt("version"),
                optional(row.getObject("person", UUID.class), PersonId::new),
                ids(row, "cases"),
                CheckRun.Status.valueOf(row.getString("status")),
                optional(row.getString("verdict"), Verdict::valueOf),
                new CheckRun.Progress(row.getInt("done"), planned.size(), row.getString("current_check")),
                row.getString("reason"),
                optional(row.getObject("requested_by", UUID.class), AccountId::new),
                row.getTimestamp("requested_at").toInstant(),
                optional(row.getTimestamp("started_at"), Timestamp::toInstant),
                optional(row.getTimestamp("finished_at"), Timestamp::toInstant),
                optional(row.getTimestamp("expires_at"), Timestamp::toInstant));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static <A, B> @Nullable B optional(@Nullable A value, Function<A, B> made) {
        return value == null ? null : made.apply(value);
    }

    private static List<CheckId> ids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(CheckId::new)
                .toList();
    }

    private static String[] texts(List<CheckId> ids) {
        return ids.stream().map(CheckId::value).toArray(String[]::new);
    }
}
