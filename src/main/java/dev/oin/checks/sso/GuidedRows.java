package dev.oin.checks.sso;

import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What must be known of a guided run besides the run itself. */
@Repository
class GuidedRows {

    private final JdbcClient client;

    GuidedRows(JdbcClient client) {
        this.client = client;
    }

    /** @param after the number of the newest event before the run */
    record Row(SignOnCase check, PersonId person, long after, Instant until) {}

    void add(RunId run, SignOnCase check, PersonId person, long after, Instant until) {
        client.sql("insert into guided_runs (run, check_id, person, after_event, until) values (?, ?, ?, ?, ?)")
                .params(run.value(), check.name(), person.value(), after, Timestamp.from(until))
                .update();
    }

    Optional<Row> find(RunId run) {
        return client.sql("select * from guided_runs where run = ?")
                .param(run.value())
                .query((row, number) -> new Row(
                        SignOnCase.valueOf(row.getString("check_id")),
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getLong("after_event"),
                        row.getTimestamp("until").toInstant()))
                .optional();
    }
}
