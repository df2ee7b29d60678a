package dev.oin.checks;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.RunId;
import dev.oin.storage.BlobKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links whose tokens are random and stored as their hash, so that the table opens nothing. */
@Component
class SharedRuns implements ShareRun {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient client;
    private final SecureRandom random;
    private final Clock clock;

    SharedRuns(JdbcClient client, SecureRandom random, Clock clock) {
        this.client = client;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Link share(RunId run, AccountId by, Duration lifetime) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        client.sql("insert into check_shares (token_hash, run, made_by, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(hash(token), run.value(), by.value(), Timestamp.from(now), Timestamp.from(now.plus(lifetime)))
                .update();
        return new Link(run, token, now.plus(lifetime));
    }

    @Override
    public Optional<RunId> opened(String token) {
        return client.sql("select run from check_shares where token_hash = ? and expires_at >= ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query((row, number) -> new RunId(row.getObject(1, UUID.class)))
                .optional();
    }

    private static String hash(String token) {
        return BlobKey.hash(token.getBytes(StandardCharsets.UTF_8));
    }
}
