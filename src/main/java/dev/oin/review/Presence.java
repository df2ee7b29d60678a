package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of the team has a review on the screen. */
@Repository
public class Presence {

    private static final Duration FRESH = Duration.ofMinutes(2);

    private final JdbcClient client;
    private final Clock clock;

    Presence(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The caller looks at the review now. */
    public void seen(SubmissionId submission, Caller caller) {
        client.sql("insert into review_presence (submission, account, seen_at) values (:submission, :account, :at)"
                        + " on conflict (submission, account) do update set seen_at = excluded.seen_at")
                .param("submission", submission.value())
                .param("account", caller.account().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Who else looks at it, or did a moment ago. */
    public List<AccountId> others(SubmissionId submission, Caller caller) {
        return client.sql(
                        "select account from review_presence"
                                + " where submission = :submission and account <> :account and seen_at > :since order by account")
                .param("submission", submission.value())
                .param("account", caller.account().value())
                .param("since", Timestamp.from(clock.instant().minus(FRESH)))
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }
}
