package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Secret;
import dev.oin.vault.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens with which the provisioning client of an instance authenticates, sealed. */
@Repository
public class ScimCredentials implements KeepsSecrets {

    private final JdbcClient client;
    private final SealedColumn column;

    ScimCredentials(JdbcClient client, Vault vault) {
        this.client = client;
        this.column = new SealedColumn(client, vault, "scim_credentials", "scim_credentials");
    }

    /** The instance's token, if it was set. */
    public Optional<Secret> of(InstanceId instance) {
        return column.of(instance);
    }

    /** Others than before, entered or authorized by a person. */
    void keep(InstanceId instance, String token) {
        column.keep(instance, token);
        client.sql("update sandbox_instances set scim_ended = null, scim_accepted_at = null where id = :id")
                .param("id", instance.value())
                .update();
    }

    void remove(InstanceId instance) {
        client.sql(
                        "update sandbox_instances set scim_credentials = null, scim_ended = null, scim_accepted_at = null where id = :id")
                .param("id", instance.value())
                .update();
    }

    /** Others that the app issued by itself: no edit of the instance. */
    public void renew(InstanceId instance, Secret token) {
        column.keep(instance, token.reveal());
        client.sql("update sandbox_instances set scim_ended = null where id = :id")
                .param("id", instance.value())
                .update();
    }

    /** Why they can no longer be used; empty as far as is known. */
    public Optional<String> ended(InstanceId instance) {
        return client.sql("select scim_ended from sandbox_instances where id = :id and scim_ended is not null")
                .param("id", instance.value())
                .query(String.class)
                .optional();
    }

    /** Notes why they can no longer be used. */
    public void noteEnd(InstanceId instance, String reason) {
        client.sql("update sandbox_instances set scim_ended = :reason where id = :id")
                .param("reason", reason)
                .param("id", instance.value())
                .update();
    }

    /** When the server last accepted them; empty where it never did. */
    public Optional<Instant> acceptedAt(InstanceId instance) {
        return client.sql(
                        "select scim_accepted_at from sandbox_instances where id = :id and scim_accepted_at is not null")
                .param("id", instance.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Notes that the server accepted them. */
    public void noteAccepted(InstanceId instance, Instant at) {
        client.sql("update sandbox_instances set scim_accepted_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", instance.value())
                .update();
    }

    @Override
    public int resealAll() {
        return column.resealAll();
    }
}
