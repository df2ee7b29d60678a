package dev.oin.sandbox.fault;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.RunId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of extra keys: public halves only, and none that a lost run forgot for long. */
@Repository
class ExtraKeyRows implements ExtraKeys {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient client;
    private final Clock clock;

    ExtraKeyRows(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void publish(RunId run, OrganizationId organization, Key key) {
        client.sql("insert into sandbox_extra_keys (run, organization, key_id, public_key, published_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        run.value(),
                        organization.value(),
                        key.id(),
                        Base64.getEncoder().encodeToString(key.publicKey().getEncoded()),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional
    public void withdraw(RunId run) {
        client.sql("delete from sandbox_extra_keys where run = ?")
                .param(run.value())
                .update();
    }

    @Override
    public boolean wasRead(RunId run) {
        return client.sql("select exists (select from sandbox_extra_keys where run = ? and read_at is not null)")
                .param(run.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Key> of(OrganizationId organization) {
        return client.sql("select key_id, public_key from sandbox_extra_keys"
                        + " where organization = ? and published_at > ? order by published_at")
                .params(organization.value(), Timestamp.from(clock.instant().minus(LONGEST)))
                .query((row, number) -> new Key(row.getString("key_id"), key(row.getString("public_key"))))
                .list();
    }

    @Override
    @Transactional
    public void noteRead(OrganizationId organization) {
        client.sql("update sandbox_extra_keys set read_at = ? where organization = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), organization.value())
                .update();
    }

    private static RSAPublicKey key(String encoded) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("An extra key cannot be read", damaged);
        }
    }
}
