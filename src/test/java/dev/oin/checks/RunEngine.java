package dev.oin.checks;

import dev.oin.kernel.Ids;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.BlobFixture;
import dev.oin.storage.Blobs;
import dev.oin.storage.database.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node's run engine on a real database, without Spring. */
final class RunEngine {

    final DataSource database;
    final JdbcClient client;
    final RunRows rows;
    final ResultRows results;
    final Blobs blobs;
    final RunSignals signals = new RunSignals();
    final List<RunId> enqueued = new ArrayList<>();
    final RunTurns turns;
    final RunExecution execution;
    final Cancellations cancellations;
    final RecordedRuns runs;
    final WatchedRuns watched;
    final SharedRuns shared;
    final RecordResults record;
    final LeaseRows leases;

    RunEngine(Clock clock, Suite... suites) {
        this(TestDatabase.fresh(), clock, suites);
    }

    /** Another node on the same database. */
    RunEngine(DataSource database, Clock clock, Suite... suites) {
        this.database = database;
        client = JdbcClient.create(database);
        var transactions = new DataSourceTransactionManager(database);
        Ids ids = UUID::randomUUID;
        var properties = new ChecksProperties(
                null,
                Duration.ofSeconds(60),
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                Duration.ofSeconds(90),
                Duration.ofSeconds(15));
        rows = new RunRows(client);
        results = new ResultRows(client);
        leases = new LeaseRows(client);
        blobs = BlobFixture.in(database, clock);
        turns = new RunTurns(rows, (submission, run) -> enqueued.add(run), clock, transactions);
        record = new RecordResults(
                leases,
                results,
                new ExhibitStore(blobs, ids),
                signals,
                properties,
                new TransactionTemplate(transactions),
                clock);
        execution = new RunExecution(
                rows,
                new Suites(List.of(suites)),
                record,
                turns,
                new Heartbeats(leases, properties, clock),
                event -> {},
                clock);
        cancellations = new Cancellations(rows, new Suites(List.of(suites)), turns, new AfterCommit(), signals, clock);
        runs = new RecordedRuns(rows, results, blobs);
        watched = new WatchedRuns(rows, results, signals, properties);
        shared = new SharedRuns(client, new SecureRandom(), clock);
    }

    /** A queued run of the suite's checks. */
    CheckRun queued(SuiteName suite, Clock clock, String... planned) {
        return queued(suite, clock, new IntegrationId(UUID.randomUUID()), planned);
    }

    CheckRun queued(SuiteName suite, Clock clock, IntegrationId integration, String... planned) {
        var run = aRun(suite, clock, integration, new InstanceId(UUID.randomUUID()));
        rows.add(run, List.of(planned).stream().map(CheckId::new).toList(), null, false);
        return run;
    }

    /** The only run there is. */
    CheckRun runOnly() {
        return client.sql("select * from check_runs").query(RunRows::run).single();
    }

    static CheckRun aRun(SuiteName suite, Clock clock, IntegrationId integration, @Nullable InstanceId instance) {
        return new CheckRun(
                new RunId(UUID.randomUUID()),
                new OrganizationId(UUID.randomUUID()),
                integration,
                new SubmissionId(UUID.randomUUID()),
                suite,
                CheckRun.Origin.ISV,
                instance,
                1,
                null,
                List.of(),
                CheckRun.Status.QUEUED,
                null,
                new CheckRun.Progress(0, 0, ""),
                null,
                null,
                clock.instant(),
                null,
                null,
                null);
    }
}
