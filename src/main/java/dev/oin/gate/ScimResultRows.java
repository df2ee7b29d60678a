package dev.oin.gate;

import dev.oin.kernel.AccountId;
import dev.oin.submission.Submission;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of links to SCIM results; they count only for the content that they were entered for. */
@Repository
class ScimResultRows {

    private final JdbcClient client;
    private final Clock clock;

    ScimResultRows(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    ScimResults of(Submission submission) {
        return client.sql("select * from scim_results where submission = :submission and content_hash = :hash")
                .param("submission", submission.id().value())
                .param("hash", submission.contentHash())
                .query((row, number) -> new ScimResults(
                        row.getString("spec_results_url"),
                        row.getString("crud_results_url"),
                        row.getString("entitlements_results_url")))
                .optional()
                .orElseGet(ScimResults::empty);
    }

    void save(Submission submission, ScimResults results, AccountId by) {
        client.sql("""
                        insert into scim_results (submission, content_hash, spec_results_url, crud_results_url, entitlements_results_url, entered_by, entered_at)
                        values (:submission, :hash, :spec, :crud, :entitlements, :by, :at)
                        on conflict (submission) do update
                        set content_hash = excluded.content_hash, spec_results_url = excluded.spec_results_url,
                            crud_results_url = excluded.crud_results_url, entitlements_results_url = excluded.entitlements_results_url,
                            entered_by = excluded.entered_by, entered_at = excluded.entered_at""")
                .param("submission", submission.id().value())
                .param("hash", submission.contentHash())
                .param("spec", results.specResultsUrl())
                .param("crud", results.crudResultsUrl())
                .param("entitlements", results.entitlementsResultsUrl())
                .param("by", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
