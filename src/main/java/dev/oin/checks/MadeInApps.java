package dev.oin.checks;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What runs made in apps and have not removed, written down as it is made, so that a run that dies leaves a trace of it. */
@Repository
public class MadeInApps {

    private final JdbcClient client;
    private final Clock clock;

    MadeInApps(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Something that is still in an app.
     *
     * @param path where it is, with the app's id of it, such as {@code /Users/102}
     */
    public record Made(RunId run, String path, String name) {}

    /** Notes what was made. */
    public void made(RunId run, InstanceId instance, String path, String name) {
        client.sql("""
                        insert into check_made_in_apps (run, instance, path, name, made_at) values (:run, :instance, :path, :name, :at)
                        on conflict (run, path) do nothing""")
                .param("run", run.value())
                .param("instance", instance.value())
                .param("path", path)
                .param("name", name)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** It is gone from the app. */
    public void removed(RunId run, String path) {
        client.sql("delete from check_made_in_apps where run = :run and path = :path")
                .param("run", run.value())
                .param("path", path)
                .update();
    }

    /** It has to stay, inactive. */
    public void kept(RunId run, String path) {
        client.sql("update check_made_in_apps set kept = true where run = :run and path = :path")
                .param("run", run.value())
                .param("path", path)
                .update();
    }

    /** What the run left in the app. */
    public List<Made> of(RunId run) {
        return client.sql("select run, path, name from check_made_in_apps where run = :run order by made_at, path")
                .param("run", run.value())
                .query((row, number) ->
                        made(row.getObject("run", UUID.class), row.getString("path"), row.getString("name")))
                .list();
    }

    /** What the run's earlier attempt, or runs before it that are over, did not come to sweep. */
    public List<Made> unswept(RunId run, InstanceId instance) {
        return client.sql("""
                        select m.run, m.path, m.name from check_made_in_apps m join check_runs r on r.id = m.run
                        where m.instance = :instance and not m.kept and (r.id = :run or r.status in ('FINISHED', 'CANCELLED'))
                        order by m.made_at desc, m.path desc""")
                .param("run", run.value())
                .param("instance", instance.value())
                .query((row, number) ->
                        made(row.getObject("run", UUID.class), row.getString("path"), row.getString("name")))
                .list();
    }

    /** The submission's runs that left something in an app. */
    List<RunId> runs(SubmissionId submission) {
        return client.sql("select distinct m.run from check_made_in_apps m join check_runs r on r.id = m.run"
                        + " where r.submission = :submission")
                .param("submission", submission.value())
                .query((row, number) -> new RunId(row.getObject("run", UUID.class)))
                .list();
    }

    private static Made made(UUID run, String path, String name) {
        return new Made(new RunId(run), path, name);
    }
}
