package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Secret;
import dev.oin.vault.Vault;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets of instances as OAuth 2 clients, sealed; sign-in compares with their hash, this is for showing one on demand. */
@Repository
public class ClientSecrets implements KeepsSecrets {

    private final SealedColumn column;

    ClientSecrets(JdbcClient client, Vault vault) {
        this.column = new SealedColumn(client, vault, "client_secret_sealed", "client_secret");
    }

    /** The instance's secret, if it has one that was kept. */
    public Optional<Secret> of(InstanceId instance) {
        return column.of(instance);
    }

    void keep(InstanceId instance, String secret) {
        column.keep(instance, secret);
    }

    @Override
    public int resealAll() {
        return column.resealAll();
    }
}
