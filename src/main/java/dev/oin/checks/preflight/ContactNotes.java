package dev.oin.checks.preflight;

import dev.oin.kernel.RunId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the contact check before a run has found; the run's head shows it. */
@Repository
public class ContactNotes {

    private final JdbcClient client;

    ContactNotes(JdbcClient client) {
        this.client = client;
    }

    @Transactional
    void keep(RunId run, String words, boolean stopped) {
        client.sql("insert into check_run_contacts (run, words, stopped) values (?, ?, ?)"
                        + " on conflict (run) do update set words = excluded.words, stopped = excluded.stopped")
                .params(run.value(), words, stopped)
                .update();
    }

    /** What was found before the run; empty where nothing was wrong. */
    public Optional<String> of(RunId run) {
        return client.sql("select words from check_run_contacts where run = ?")
                .param(run.value())
                .query(String.class)
                .optional();
    }
}
