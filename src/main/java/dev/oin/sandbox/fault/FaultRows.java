package dev.oin.sandbox.fault;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of armed faults. */
@Repository
class FaultRows implements Faults {

    private final JdbcClient client;
    private final Clock clock;

    FaultRows(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void arm(ArmedFault fault) {
        client.sql("""
                        insert into sandbox_faults (run, person, instance, check_id, armed_at)
                        values (:run, :person, :instance, :check, :at)
                        on conflict (run, person, instance) do update set check_id = excluded.check_id, armed_at = excluded.armed_at""")
                .param("run", fault.run().value())
                .param("person", fault.person().value())
                .param("instance", fault.instance().value())
                .param("check", fault.checkId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional
    public void disarm(RunId run) {
        client.sql("delete from sandbox_faults where run = :run")
                .param("run", run.value())
                .update();
    }

    @Override
    public Optional<ArmedFault> armed(RunId run, PersonId person, InstanceId instance) {
        return client.sql(
                        "select check_id from sandbox_faults where run = :run and person = :person and instance = :instance")
                .param("run", run.value())
                .param("person", person.value())
                .param("instance", instance.value())
                .query(String.class)
                .optional()
                .map(check -> new ArmedFault(run, person, instance, check));
    }
}
