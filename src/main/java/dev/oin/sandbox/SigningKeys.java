package dev.oin.sandbox;

import dev.oin.account.Organizations;
import dev.oin.kernel.OrganizationId;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signing key of each organisation, made at its first use; it never changes under an instance. */
@Repository
public class SigningKeys implements KeepsSecrets {

    private final JdbcClient client;
    private final Vault vault;
    private final NewSigningKey maker;
    private final Organizations organizations;
    private final Clock clock;
    private final Map<OrganizationId, SigningKey> known = new ConcurrentHashMap<>();

    SigningKeys(JdbcClient client, Vault vault, NewSigningKey maker, Organizations organizations, Clock clock) {
        this.client = client;
        this.vault = vault;
        this.maker = maker;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The organisation's key. */
    public SigningKey of(OrganizationId organization) {
        var cached = known.get(organization);
        if (cached != null) {
            return cached;
        }
        var key = find(organization).orElseGet(() -> make(organization));
        known.put(organization, key);
        return key;
    }

    private SigningKey make(OrganizationId organization) {
        var key = maker.named(organizations.get(organization).name() + " sandbox");
        var secret =
                new Secret(Base64.getEncoder().encodeToString(key.privateKey().getEncoded()));
        client.sql("""
                        insert into sandbox_signing_keys (organization, key_id, private_key, certificate, made_at)
                        values (:organization, :keyId, :privateKey, :certificate, :at) on conflict (organization) do nothing""")
                .param("organization", organization.value())
                .param("keyId", key.keyId())
                .param("privateKey", vault.seal(secret, owner(organization)).text())
                .param("certificate", encoded(key.certificate()))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return find(organization).orElseThrow();
    }

    private Optional<SigningKey> find(OrganizationId organization) {
        return client.sql("select key_id, private_key, certificate from sandbox_signing_keys where organization = :id")
                .param("id", organization.value())
                .query((row, number) -> key(
                        organization,
                        row.getString("key_id"),
                        new Sealed(row.getString("private_key")),
                        row.getString("certificate")))
                .optional();
    }

    private SigningKey key(OrganizationId organization, String keyId, Sealed sealed, String certificate) {
        var encoded = Base64.getDecoder()
                .decode(vault.open(sealed, owner(organization)).reveal());
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var x509 = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(certificate)));
            return new SigningKey(keyId, (RSAPrivateKey) key, (X509Certificate) x509);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("The signing key of " + organization + " cannot be read", damaged);
        }
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretOwner owner(OrganizationId organization) {
        return new SecretOwner("sandbox_signing_keys", organization, "private_key");
    }

    @Override
    public int resealAll() {
        var stale = client
                .sql("select organization, private_key from sandbox_signing_keys")
                .query((row, number) -> Map.entry(
                        new OrganizationId(row.getObject("organization", UUID.class)),
                        new Sealed(row.getString("private_key"))))
                .list()
                .stream()
                .filter(entry -> !vault.isCurrent(entry.getValue()))
                .toList();
        for (var entry : stale) {
            client.sql("update sandbox_signing_keys set private_key = :key where organization = :id")
                    .param(
                            "key",
                            vault.reseal(entry.getValue(), owner(entry.getKey()))
                                    .text())
                    .param("id", entry.getKey().value())
                    .update();
        }
        return stale.size();
    }
}
