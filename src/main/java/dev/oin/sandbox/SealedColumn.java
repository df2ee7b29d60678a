package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A column of the instances' table that holds a sealed secret. */
final class SealedColumn {

    private static final String TABLE = "sandbox_instances";

    private final JdbcClient client;
    private final Vault vault;
    private final String column;
    private final String field;

    /**
     * @param column the column's name
     * @param field the secret's name, to which it is bound
     */
    SealedColumn(JdbcClient client, Vault vault, String column, String field) {
        this.client = client;
        this.vault = vault;
        this.column = column;
        this.field = field;
    }

    Optional<Secret> of(InstanceId instance) {
        return client.sql("select %1$s from %2$s where id = :id and %1$s is not null".formatted(column, TABLE))
                .param("id", instance.value())
                .query(String.class)
                .optional()
                .map(text -> vault.open(new Sealed(text), owner(instance)));
    }

    void keep(InstanceId instance, String secret) {
        store(instance, vault.seal(new Secret(secret), owner(instance)));
    }

    int resealAll() {
        var stale = client
                .sql("select id, %1$s as sealed from %2$s where %1$s is not null".formatted(column, TABLE))
                .query((row, number) ->
                        Map.entry(new InstanceId(row.getObject("id", UUID.class)), new Sealed(row.getString("sealed"))))
                .list()
                .stream()
                .filter(entry -> !vault.isCurrent(entry.getValue()))
                .toList();
        stale.forEach(entry -> store(entry.getKey(), vault.reseal(entry.getValue(), owner(entry.getKey()))));
        return stale.size();
    }

    private void store(InstanceId instance, Sealed sealed) {
        client.sql("update %s set %s = :sealed where id = :id".formatted(TABLE, column))
                .param("sealed", sealed.text())
                .param("id", instance.value())
                .update();
    }

    private SecretOwner owner(InstanceId instance) {
        return new SecretOwner(TABLE, instance, field);
    }
}
