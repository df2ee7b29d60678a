package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of what was seen and done. */
@Repository
class SignInLogRows implements SignInLog, NoteSignIn {

    private final JdbcClient client;
    private final StoredJson json;
    private final Leftovers leftovers;
    private final Clock clock;

    SignInLogRows(JdbcClient client, StoredJson json, Leftovers leftovers, Clock clock) {
        this.client = client;
        this.json = json;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void note(
            InstanceId instance,
            @Nullable PersonId person,
            @Nullable RunId run,
            SignInEvent.What what,
            Map<String, String> details) {
        leftovers.forget();
        client.sql("""
                        insert into sandbox_sign_in_log (instance, person, run, what, details, at)
                        values (:instance, :person, :run, :what, :details::jsonb, :at)""")
                .param("instance", instance.value())
                .param("person", person == null ? null : person.value())
                .param("run", run == null ? null : run.value())
                .param("what", what.name())
                .param("details", json.write(details))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional
    public void attribute(InstanceId instance, String requestId, PersonId person, @Nullable RunId run) {
        client.sql("""
                        update sandbox_sign_in_log set person = :person, run = :run
                        where instance = :instance and person is null and details ->> 'id' = :request""")
                .param("person", person.value())
                .param("run", run == null ? null : run.value())
                .param("instance", instance.value())
                .param("request", requestId)
                .update();
    }

    @Override
    public long newest() {
        return client.sql("select coalesce(max(number), 0) from sandbox_sign_in_log")
                .query(Long.class)
                .single();
    }

    @Override
    public List<SignInEvent> of(RunId run, long after) {
        return client.sql("select * from sandbox_sign_in_log where run = :run and number > :after order by number")
                .param("run", run.value())
                .param("after", after)
                .query(this::event)
                .list();
    }

    @Override
    public List<SignInEvent> at(InstanceId instance, long after) {
        return client.sql("select * from sandbox_sign_in_log where instance = :id and number > :after order by number")
                .param("id", instance.value())
                .param("after", after)
                .query(this::event)
                .list();
    }

    private SignInEvent event(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var run = row.getObject("run", UUID.class);
        return new SignInEvent(
                row.getLong("number"),
                new InstanceId(row.getObject("instance", UUID.class)),
                person == null ? null : new PersonId(person),
                run == null ? null : new RunId(run),
                SignInEvent.What.valueOf(row.getString("what")),
                json.texts(row.getString("details")),
                row.getTimestamp("at").toInstant());
    }
}
