package dev.oin.webhook;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The organisations' addresses; each signing key is sealed by the vault. */
@Repository
class WebhookRows implements KeepsSecrets {

    private final JdbcClient client;
    private final Vault vault;
    private final Ids ids;

    WebhookRows(JdbcClient client, Vault vault, Ids ids) {
        this.client = client;
        this.vault = vault;
        this.ids = ids;
    }

    UUID add(OrganizationId organization, String url, Secret key, AccountId by, Instant at) {
        var id = ids.next();
        client.sql("insert into webhooks (id, organization, url, sealed, created_by, created_at)"
                        + " values (:id, :organization, :url, :sealed, :by, :at)")
                .param("id", id)
                .param("organization", organization.value())
                .param("url", url)
                .param("sealed", vault.seal(key, WebhookKey.of(id)).text())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
        return id;
    }

    List<Webhook> of(OrganizationId organization) {
        return client.sql("select * from webhooks where organization = :organization order by created_at")
                .param("organization", organization.value())
                .query((row, number) -> new Webhook(
                        row.getObject("id", UUID.class),
                        row.getString("url"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Signs with the key from now on, and with the one before it as well until then; false where it is none of the organisation's. */
    boolean renew(UUID id, OrganizationId organization, Secret key, Instant until) {
        return client.sql("update webhooks set former = sealed, former_until = :until, sealed = :sealed"
                                + " where id = :id and organization = :organization")
                        .param("until", Timestamp.from(until))
                        .param("sealed", vault.seal(key, WebhookKey.of(id)).text())
                        .param("id", id)
                        .param("organization", organization.value())
                        .update()
                == 1;
    }

    /** Whether there was one of the organisation's. */
    boolean remove(UUID id, OrganizationId organization) {
        return client.sql("delete from webhooks where id = :id and organization = :organization")
                        .param("id", id)
                        .param("organization", organization.value())
                        .update()
                == 1;
    }

    /** Where to call at the time, and with which keys; empty when it was removed. */
    Optional<Target> target(UUID id, Instant now) {
        return client.sql(
                        "select url, sealed, case when former_until > :now then former end as former from webhooks where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query((row, number) -> new Target(
                        row.getString("url"),
                        Stream.of(row.getString("sealed"), row.getString("former"))
                                .filter(Objects::nonNull)
                                .map(value -> vault.open(new Sealed(value), WebhookKey.of(id)))
                                .toList()))
                .optional();
    }

    @Override
    @Transactional
    public int resealAll() {
        return reseal("sealed") + reseal("former");
    }

    private int reseal(String column) {
        var stale = client
                .sql("select id, %1$s as value from webhooks where %1$s is not null".formatted(column))
                .query((row, number) -> new Row(row.getObject("id", UUID.class), new Sealed(row.getString("value"))))
                .list()
                .stream()
                .filter(row -> !vault.isCurrent(row.value()))
                .toList();
        stale.forEach(row -> client.sql("update webhooks set %s = :sealed where id = :id".formatted(column))
                .param(
                        "sealed",
                        vault.reseal(row.value(), WebhookKey.of(row.id())).text())
                .param("id", row.id())
                .update());
        return stale.size();
    }

    /**
     * Where to call.
     *
     * @param keys those that sign, the newest first
     */
    record Target(String url, List<Secret> keys) {}

    private record Row(UUID id, Sealed value) {}
}
