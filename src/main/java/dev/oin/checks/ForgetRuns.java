package dev.oin.checks;

import dev.oin.kernel.RunId;
import dev.oin.storage.Blobs;
import dev.oin.submission.DraftDeleted;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With a deleted draft go its runs and their evidence (T17), in the same transaction. */
@Component
class ForgetRuns {

    private final JdbcClient client;
    private final Blobs blobs;

    ForgetRuns(JdbcClient client, Blobs blobs) {
        this.client = client;
        this.blobs = blobs;
    }

    @EventListener
    void on(DraftDeleted deleted) {
        client.sql("delete from check_runs where submission = ? returning id")
                .param(deleted.submission().value())
                .query((row, number) -> new RunId(row.getObject(1, UUID.class)))
                .list()
                .forEach(run -> blobs.deleteAll(ExhibitStore.folder(run)));
    }
}
