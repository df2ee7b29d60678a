package dev.oin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.storage.Blobs.Folder;
import dev.oin.storage.database.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresBlobsIT {

    private static final byte[] PICTURE = {1, 2, 3};

    private static Blobs blobs;

    @BeforeAll
    static void open() {
        blobs = new PostgresBlobs(JdbcClient.create(TestDatabase.fresh()), Clock.systemUTC());
    }

    @Test
    void finds_what_was_put_under_its_hash() {
        var key = blobs.put(new Folder("logos"), "image/png", PICTURE);

        assertThat(key).isEqualTo(BlobKey.of(new Folder("logos"), BlobKey.hash(PICTURE)));
        assertThat(blobs.find(key)).get().satisfies(found -> {
            assertThat(found.mediaType()).isEqualTo("image/png");
            assertThat(found.content()).isEqualTo(PICTURE);
        });
    }

    @Test
    void putting_twice_is_harmless() {
        var first = blobs.put(new Folder("twice"), "image/png", PICTURE);

        assertThat(blobs.put(new Folder("twice"), "image/png", PICTURE)).isEqualTo(first);
    }

    @Test
    void deleting_a_folder_leaves_equal_contents_of_others() {
        var gone = blobs.put(new Folder("runs/a"), "text/plain", PICTURE);
        var kept = blobs.put(new Folder("runs/ab"), "text/plain", PICTURE);

        blobs.deleteAll(new Folder("runs/a"));

        assertThat(blobs.find(gone)).isEmpty();
        assertThat(blobs.find(kept)).isPresent();
    }
}
