package dev.oin.storage;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real storage for tests of other modules. */
public final class BlobFixture {

    private BlobFixture() {}

    public static Blobs in(DataSource database, Clock clock) {
        return new PostgresBlobs(JdbcClient.create(database), clock);
    }
}
