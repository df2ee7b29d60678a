package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Secret;
import dev.oin.vault.Vault;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens with which the provisioning client of an instance authenticates, sealed. */
@Repository
public class ScimCredentials implements KeepsSecrets {

    private final SealedColumn column;

    ScimCredentials(JdbcClient client, Vault vault) {
        this.column = new SealedColumn(client, vault, "scim_credentials", "scim_credentials");
    }

    /** The instance's token, if it was set. */
    public Optional<Secret> of(InstanceId instance) {
        return column.of(instance);
    }

    void keep(InstanceId instance, String token) {
        column.keep(instance, token);
    }

    @Override
    public int resealAll() {
        return column.resealAll();
    }
}
