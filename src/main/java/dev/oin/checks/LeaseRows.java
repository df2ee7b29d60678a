package dev.oin.checks;

import dev.oin.kernel.RunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may write to a run: the holder of the newest fencing token, while the run goes on. A worker that comes late is refused. */
@Component
class LeaseRows {

    private final JdbcClient client;

    LeaseRows(JdbcClient client) {
        this.client = client;
    }

    /** The right to write to a run. */
    record Lease(RunId run, long token) {}

    /** Takes the run, unless it is over or somebody else's lease lasts. */
    Optional<Lease> claim(RunId run, Instant now, Instant until) {
        return client.sql("update check_runs set status = 'RUNNING', started_at = coalesce(started_at, :now),"
                        + " fencing_token = fencing_token + 1, lease_until = :until"
                        + " where id = :id and status in ('QUEUED', 'RUNNING') and (lease_until is null or lease_until < :now)"
                        + " returning fencing_token")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("id", run.value())
                .query(Long.class)
                .optional()
                .map(token -> new Lease(run, token));
    }

    /** Still there; false where the lease was lost. */
    boolean extend(Lease lease, Instant until) {
        return update(lease, "lease_until = :value", Timestamp.from(until));
    }

    /** What is being done now; false where the lease was lost. */
    boolean announce(Lease lease, String current) {
        return update(lease, "current_check = :value", current);
    }

    /** One more is done; false where the lease was lost. Locks the run until the transaction ends. */
    boolean countDone(Lease lease) {
        return update(lease, "done = done + 1, current_check = :value", "");
    }

    /** The end; false where the lease was lost. */
    boolean finish(Lease lease, Verdict verdict, Instant now, @Nullable Instant expires) {
        return client.sql("update check_runs set status = 'FINISHED', verdict = :verdict, finished_at = :now,"
                                + " expires_at = :expires, current_check = '', lease_until = null"
                                + " where id = :id and status = 'RUNNING' and fencing_token = :token")
                        .param("verdict", verdict.name())
                        .param("now", Timestamp.from(now))
                        .param("expires", expires == null ? null : Timestamp.from(expires))
                        .param("id", lease.run().value())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /** Gives the run back unfinished, so that another worker need not wait for the lease to end. */
    void giveBack(Lease lease) {
        update(lease, "lease_until = cast(:value as timestamptz)", null);
    }

    private boolean update(Lease lease, String change, @Nullable Object value) {
        return client.sql("update check_runs set " + change
                                + " where id = :id and status = 'RUNNING' and fencing_token = :token")
                        .param("value", value)
                        .param("id", lease.run().value())
                        .param("token", lease.token())
                        .update()
                == 1;
    }
}
