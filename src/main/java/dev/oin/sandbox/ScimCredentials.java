package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens with which the provisioning client of an instance authenticates, sealed. */
@Repository
public class ScimCredentials implements KeepsSecrets {

    private final JdbcClient client;
    private final Vault vault;

    ScimCredentials(JdbcClient client, Vault vault) {
        this.client = client;
        this.vault = vault;
    }

    /** The instance's token, if it was set. */
    public Optional<Secret> of(InstanceId instance) {
        return client.sql(
                        "select scim_credentials from sandbox_instances where id = :id and scim_credentials is not null")
                .param("id", instance.value())
                .query(String.class)
                .optional()
                .map(text -> vault.open(new Sealed(text), owner(instance)));
    }

    void keep(InstanceId instance, String token) {
        store(instance, vault.seal(new Secret(token), owner(instance)));
    }

    private void store(InstanceId instance, Sealed sealed) {
        client.sql("update sandbox_instances set scim_credentials = :sealed where id = :id")
                .param("sealed", sealed.text())
                .param("id", instance.value())
                .update();
    }

    @Override
    public int resealAll() {
        var stale = client
                .sql("select id, scim_credentials from sandbox_instances where scim_credentials is not null")
                .query((row, number) -> Map.entry(
                        new InstanceId(row.getObject("id", UUID.class)), new Sealed(row.getString("scim_credentials"))))
                .list()
                .stream()
                .filter(entry -> !vault.isCurrent(entry.getValue()))
                .toList();
        stale.forEach(entry -> store(entry.getKey(), vault.reseal(entry.getValue(), owner(entry.getKey()))));
        return stale.size();
    }

    private static SecretOwner owner(InstanceId instance) {
        return new SecretOwner("sandbox_instances", instance, "scim_credentials");
    }
}
