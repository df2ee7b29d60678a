package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of integrations, submissions and their revisions, as they are written. */
@Repository
class SubmissionWriter {

    private final JdbcClient client;
    private final AuditTrail audit;

    SubmissionWriter(JdbcClient client, AuditTrail audit) {
        this.client = client;
        this.audit = audit;
    }

    void addIntegration(IntegrationId id, OrganizationId organization, Instant at) {
        client.sql("insert into integrations (id, organization, created_at) values (:id, :organization, :at)")
                .param("id", id.value())
                .param("organization", organization.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Waits for others who count the organisation's submissions. */
    void holdOrganization(OrganizationId organization) {
        client.sql("select id from organizations where id = :id for update")
                .param("id", organization.value())
                .query()
                .singleValue();
    }

    int countOpen(OrganizationId organization) {
        return client.sql("""
                        select count(*) from submissions
                        where organization = :organization and state not in ('PUBLISHED', 'REJECTED', 'RETIRED')""")
                .param("organization", organization.value())
                .query(Integer.class)
                .single();
    }

    void add(Submission submission) {
        client.sql("""
                        insert into submissions (id, integration, organization, kind, state, content, content_hash, revision,
                            created_by, created_at, updated_by, updated_at)
                        values (:id, :integration, :organization, :kind, :state, :content::jsonb, :hash, :revision, :by, :at, :by, :at)""")
                .param("id", submission.id().value())
                .param("integration", submission.integration().value())
                .param("organization", submission.organization().value())
                .param("kind", submission.kind().name())
                .param("state", submission.state().name())
                .param("content", ContentJson.write(submission.content()).text())
                .param("hash", submission.contentHash())
                .param("revision", submission.revision())
                .param("by", submission.createdBy().value())
                .param("at", Timestamp.from(submission.createdAt()))
                .update();
        addRevision(submission, "CREATED");
        audit.moved(submission.id(), "", submission.state().name());
    }

    /** Stores the new content as the next revision. */
    void save(Submission before, Submission changed, String what) {
        var rows = client.sql("""
                        update submissions set content = :content::jsonb, content_hash = :hash, revision = :revision,
                            updated_by = :by, updated_at = :at
                        where id = :id and revision = :revision - 1""")
                .param("content", ContentJson.write(changed.content()).text())
                .param("hash", changed.contentHash())
                .param("revision", changed.revision())
                .param("by", changed.updatedBy().value())
                .param("at", Timestamp.from(changed.updatedAt()))
                .param("id", changed.id().value())
                .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "Revision %d of %s is not the next".formatted(changed.revision(), changed.id()));
        }
        addRevision(changed, what);
        audit.edited(changed.id(), what, ContentFields.of(before.content()), ContentFields.of(changed.content()));
    }

    private void addRevision(Submission submission, String what) {
        client.sql("""
                        insert into submission_revisions (submission, revision, content, content_hash, what, saved_by, saved_at)
                        values (:id, :revision, :content::jsonb, :hash, :what, :by, :at)""")
                .param("id", submission.id().value())
                .param("revision", submission.revision())
                .param("content", ContentJson.write(submission.content()).text())
                .param("hash", submission.contentHash())
                .param("what", what)
                .param("by", submission.updatedBy().value())
                .param("at", Timestamp.from(submission.updatedAt()))
                .update();
    }

    /** Into the state; an ISV's state opens a new round. */
    boolean move(SubmissionId id, SubmissionState state) {
        var before = client.sql("""
                        update submissions s set state = :state, handed_in = s.handed_in and not :withIsv
                        from (select id, state from submissions where id = :id for update) old
                        where s.id = old.id and (s.state <> :state or s.handed_in and :withIsv)
                        returning old.state""")
                .param("state", state.name())
                .param("withIsv", state.isEditable())
                .param("id", id.value())
                .query(String.class)
                .optional();
        before.filter(from -> !from.equals(state.name())).ifPresent(from -> audit.moved(id, from, state.name()));
        return before.isPresent();
    }

    void cut(SubmissionId id, int version) {
        client.sql("update submissions set version = :version where id = :id")
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    /** Whether this was the round's first hand-in. */
    boolean handIn(SubmissionId id, int version, AccountId by, Instant at) {
        return client.sql("""
                        update submissions set handed_in = true, submitted_version = :version, round = round + 1,
                            submitted_by = :by, submitted_at = :at
                        where id = :id and not handed_in""")
                        .param("version", version)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Removes the submission with all that hangs on it, and its integration if that was all. */
    void delete(Submission submission) {
        audit.moved(submission.id(), submission.state().name(), "DELETED");
        client.sql("delete from submissions where id = :id")
                .param("id", submission.id().value())
                .update();
        client.sql("""
                        delete from integrations i where i.id = :id
                        and not exists (select 1 from submissions s where s.integration = i.id)""").param("id", submission.integration().value()).update();
    }
}
