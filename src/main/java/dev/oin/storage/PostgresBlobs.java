package dev.oin.storage;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Values as rows; PostgreSQL compresses and stores them aside. */
@Component
class PostgresBlobs implements Blobs {

    private final JdbcClient client;
    private final Clock clock;

    PostgresBlobs(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public BlobKey put(Folder folder, String mediaType, byte[] content) {
        var key = BlobKey.of(folder, content);
        client.sql("insert into blob (key, media_type, content, created_at) values (?, ?, ?, ?)"
                        + " on conflict (key) do nothing")
                .params(key.value(), mediaType, content, Timestamp.from(clock.instant()))
                .update();
        return key;
    }

    @Override
    public Optional<Blob> find(BlobKey key) {
        return client.sql("select media_type, content from blob where key = ?")
                .param(key.value())
                .query((row, number) -> new Blob(key, row.getString("media_type"), row.getBytes("content")))
                .optional();
    }

    @Override
    public void delete(BlobKey key) {
        client.sql("delete from blob where key = ?").param(key.value()).update();
    }

    @Override
    public void deleteAll(Folder folder) {
        client.sql("delete from blob where starts_with(key, ?)")
                .param(folder.name() + '/')
                .update();
    }
}
