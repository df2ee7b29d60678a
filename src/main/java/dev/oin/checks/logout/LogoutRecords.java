package dev.oin.checks.logout;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of manual tests. */
@Component
public class LogoutRecords {

    private final JdbcClient client;

    LogoutRecords(JdbcClient client) {
        this.client = client;
    }

    /** Keeps a record; earlier ones stay. */
    public void keep(LogoutRecord record) {
        client.sql(
                        "insert into logout_records (instance, made_by, made_by_name, made_at, status, passed, ended_after_seconds, note)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        record.instance().value(),
                        record.by().value(),
                        record.byName(),
                        Timestamp.from(record.at()),
                        record.status(),
                        record.passed(),
                        record.endedAfter() == null ? null : record.endedAfter().toSeconds(),
                        record.note())
                .update();
    }

    /** The newest record of the instance. */
    public Optional<LogoutRecord> latest(InstanceId instance) {
        return client.sql("select * from logout_records where instance = ? order by made_at desc, id desc limit 1")
                .param(instance.value())
                .query((row, number) -> new LogoutRecord(
                        new InstanceId(row.getObject("instance", UUID.class)),
                        new AccountId(row.getObject("made_by", UUID.class)),
                        row.getString("made_by_name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getObject("status", Integer.class),
                        row.getBoolean("passed"),
                        Optional.ofNullable(row.getObject("ended_after_seconds", Integer.class))
                                .map(Duration::ofSeconds)
                                .orElse(null),
                        row.getString("note")))
                .optional();
    }
}
