package dev.oin.mail;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox's mails that are not with all their readers. */
@Component
class TroubleRows {

    private final JdbcClient client;
    private final Clock clock;

    TroubleRows(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    List<Outbox.Bounce> list(@Nullable String thread, int limit) {
        return client
                .sql("""
                        select *, delayed <> '{}' and delayed_until > :now as late from mail_outbox
                        where (state = 'UNDELIVERED' or bounced <> '{}' or delayed <> '{}')
                        and (state = 'UNDELIVERED' or bounced <> '{}' or delayed_until > :now)
                        and (:thread::text is null or thread = :thread) order by created_at desc limit :limit""")
                .param("now", Timestamp.from(clock.instant()))
                .param("thread", thread)
                .param("limit", limit)
                .query((row, number) -> bounces(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** One for those who never get it, one for those who may. */
    private static List<Outbox.Bounce> bounces(ResultSet row) throws SQLException {
        var found = new ArrayList<Outbox.Bounce>();
        var refused = texts(row.getArray("bounced"));
        var isGivenUp = row.getString("state").equals("UNDELIVERED");
        if (isGivenUp || !refused.isEmpty()) {
            found.add(bounce(
                    row,
                    refused.isEmpty() ? texts(row.getArray("recipients")) : refused,
                    row.getString("failure"),
                    isGivenUp ? Outbox.Fate.GIVEN_UP : Outbox.Fate.REFUSED));
        }
        if (row.getBoolean("late")) {
            found.add(bounce(row, texts(row.getArray("delayed")), row.getString("delay"), Outbox.Fate.DELAYED));
        }
        return found;
    }

    private static Outbox.Bounce bounce(ResultSet row, List<String> to, @Nullable String reason, Outbox.Fate fate)
            throws SQLException {
        return new Outbox.Bounce(
                row.getObject("id", UUID.class),
                row.getString("thread"),
                to,
                row.getString("subject"),
                row.getTimestamp("created_at").toInstant(),
                Objects.requireNonNullElse(reason, ""),
                fate);
    }

    private static List<String> texts(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }
}
