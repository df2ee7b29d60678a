package dev.oin.sandbox;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of instances. */
@Repository
class InstanceRows {

    private final JdbcClient client;
    private final StoredJson json;

    InstanceRows(JdbcClient client, StoredJson json) {
        this.client = client;
        this.json = json;
    }

    Optional<Instance> find(InstanceId id) {
        return client.sql("select * from sandbox_instances where id = :id")
                .param("id", id.value())
                .query(this::instance)
                .optional();
    }

    Optional<Instance> findForUpdate(InstanceId id) {
        return client.sql("select * from sandbox_instances where id = :id for update")
                .param("id", id.value())
                .query(this::instance)
                .optional();
    }

    Optional<Instance> findByClient(String clientId) {
        return client.sql("select * from sandbox_instances where client_id = :client")
                .param("client", clientId)
                .query(this::instance)
                .optional();
    }

    Optional<String> clientSecretHash(InstanceId id) {
        return client.sql("select client_secret from sandbox_instances where id = :id and client_secret is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    List<Instance> of(IntegrationId integration) {
        return client.sql("select * from sandbox_instances where integration = :id order by generated_at desc, id desc")
                .param("id", integration.value())
                .query(this::instance)
                .list();
    }

    List<Instance> assignedTo(PersonId person) {
        return client.sql("""
                        select i.* from sandbox_instances i join sandbox_assignments a on a.instance = i.id
                        where a.person = :person and i.active order by lower(i.label), i.generated_at""")
                .param("person", person.value())
                .query(this::instance)
                .list();
    }

    void add(Instance instance, @Nullable String clientSecretHash) {
        client.sql("""
                        insert into sandbox_instances (id, organization, integration, submission, kind, version, content_hash, label,
                            protocols, active, held, variables, app, sign_on, client_id, client_secret, logout_enabled,
                            generated_by, generated_at, edited_at)
                        values (:id, :organization, :integration, :submission, :kind, :version, :contentHash, :label,
                            :protocols, :active, :held, :variables::jsonb, :app::jsonb, :signOn::jsonb, :clientId, :clientSecret,
                            :logoutEnabled, :generatedBy, :generatedAt, :editedAt)""")
                .param("id", instance.id().value())
                .param("organization", instance.organization().value())
                .param("integration", instance.integration().value())
                .param("submission", instance.submission().value())
                .param("kind", instance.kind().name())
                .param("version", instance.version())
                .param("contentHash", instance.contentHash())
                .param("label", instance.label())
                .param(
                        "protocols",
                        instance.protocols().stream().map(Enum::name).toArray(String[]::new))
                .param("active", instance.active())
                .param("held", instance.held())
                .param("variables", json.write(instance.variables()))
                .param("app", json.write(instance.app()))
                .param("signOn", json.write(instance.signOn()))
                .param("clientId", instance.clientId())
                .param("clientSecret", clientSecretHash)
                .param("logoutEnabled", instance.logoutEnabled())
                .param("generatedBy", instance.generatedBy().value())
                .param("generatedAt", Timestamp.from(instance.generatedAt()))
                .param("editedAt", Timestamp.from(instance.editedAt()))
                .update();
    }

    void update(Instance instance) {
        client.sql("""
                        update sandbox_instances set label = :label, active = :active, held = :held, variables = :variables::jsonb,
                            app = :app::jsonb, sign_on = :signOn::jsonb, logout_enabled = :logoutEnabled, edited_at = :editedAt
                        where id = :id""")
                .param("label", instance.label())
                .param("active", instance.active())
                .param("held", instance.held())
                .param("variables", json.write(instance.variables()))
                .param("app", json.write(instance.app()))
                .param("signOn", json.write(instance.signOn()))
                .param("logoutEnabled", instance.logoutEnabled())
                .param("editedAt", Timestamp.from(instance.editedAt()))
                .param("id", instance.id().value())
                .update();
    }

    void hold(SubmissionId submission, boolean held) {
        client.sql("update sandbox_instances set held = :held where submission = :submission and held <> :held")
                .param("held", held)
                .param("submission", submission.value())
                .update();
    }

    void remove(InstanceId id) {
        client.sql("delete from sandbox_instances where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The sign-on instances made from the published version become the update's PUBLISHED ones. */
    void adopt(Submission update, String publishedHash) {
        client.sql("""
                        update sandbox_instances set kind = 'PUBLISHED', submission = :update, held = false
                        where integration = :integration and content_hash = :hash and protocols && array['OIDC', 'SAML']""")
                .param("update", update.id().value())
                .param("integration", update.integration().value())
                .param("hash", publishedHash)
                .update();
    }

    /** The PUBLISHED instances of a discarded update belong to the published submission again. */
    void giveBack(SubmissionId update, SubmissionId published) {
        client.sql(
                        "update sandbox_instances set submission = :published where submission = :update and kind = 'PUBLISHED'")
                .param("update", update.value())
                .param("published", published.value())
                .update();
    }

    void removeOf(SubmissionId submission) {
        client.sql("delete from sandbox_instances where submission = :submission")
                .param("submission", submission.value())
                .update();
    }

    private Instance instance(ResultSet row, int number) throws SQLException {
        return new Instance(
                new InstanceId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                new IntegrationId(row.getObject("integration", UUID.class)),
                new SubmissionId(row.getObject("submission", UUID.class)),
                Instance.Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getString("content_hash"),
                row.getString("label"),
                Stream.of((String[]) row.getArray("protocols").getArray())
                        .map(Protocol::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("active"),
                row.getBoolean("held"),
                json.texts(row.getString("variables")),
                json.read(row.getString("app"), InstalledApp.class),
                json.read(row.getString("sign_on"), SignOnSettings.class),
                row.getString("client_id"),
                row.getString("scim_credentials") != null,
                row.getBoolean("logout_enabled"),
                new AccountId(row.getObject("generated_by", UUID.class)),
                row.getTimestamp("generated_at").toInstant(),
                row.getTimestamp("edited_at").toInstant());
    }
}
