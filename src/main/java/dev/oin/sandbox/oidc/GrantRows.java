package dev.oin.sandbox.oidc;

import dev.oin.sandbox.RandomTexts;
import dev.oin.sandbox.StoredJson;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.security.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of grants. Codes and tokens are kept as hashes: who presents one brings its value along. */
@Repository
class GrantRows implements OAuth2AuthorizationService {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient client;
    private final InstalledClients clients;
    private final StoredJson json;
    private final Clock clock;

    GrantRows(JdbcClient client, InstalledClients clients, StoredJson json, Clock clock) {
        this.client = client;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void save(OAuth2Authorization grant) {
        var code = grant.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            throw new IllegalStateException("Only authorization codes are granted");
        }
        client.sql("delete from sandbox_grants where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        insert(grant, code);
        update(grant, code);
    }

    private void insert(OAuth2Authorization grant, OAuth2Authorization.Token<OAuth2AuthorizationCode> code) {
        var principal = principal(grant);
        var request = Objects.requireNonNull(
                grant.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()));
        client.sql("""
                        insert into sandbox_grants (id, instance, person, principal, request, code_hash, code_issued_at,
                            code_expires_at, code_used, access_revoked, expires_at)
                        values (:id, :instance, :person, :principal::jsonb, :request::jsonb, :hash, :issued, :expires,
                            false, false, :kept) on conflict (id) do nothing""")
                .param("id", UUID.fromString(grant.getId()))
                .param("instance", UUID.fromString(grant.getRegisteredClientId()))
                .param("person", principal.personId())
                .param("principal", json.write(principal))
                .param("request", json.write(StoredRequest.of(request)))
                .param("hash", Presented.hash(code.getToken()))
                .param("issued", timestamp(code.getToken().getIssuedAt()))
                .param("expires", timestamp(code.getToken().getExpiresAt()))
                .param("kept", Timestamp.from(clock.instant().plus(KEPT)))
                .update();
    }

    private void update(OAuth2Authorization grant, OAuth2Authorization.Token<OAuth2AuthorizationCode> code) {
        var access = grant.getAccessToken();
        var identity = grant.getToken(OidcIdToken.class);
        client.sql("""
                        update sandbox_grants set code_used = :used, access_token_hash = :access, access_issued_at = :issued,
                            access_expires_at = :expires, access_revoked = :revoked, id_token_hash = :identity where id = :id""")
                .param("used", code.isInvalidated())
                .param("access", access == null ? null : Presented.hash(access.getToken()))
                .param(
                        "issued",
                        access == null ? null : timestamp(access.getToken().getIssuedAt()))
                .param(
                        "expires",
                        access == null ? null : timestamp(access.getToken().getExpiresAt()))
                .param("revoked", access != null && access.isInvalidated())
                .param("identity", identity == null ? null : Presented.hash(identity.getToken()))
                .param("id", UUID.fromString(grant.getId()))
                .update();
    }

    @Override
    @Transactional
    public void remove(OAuth2Authorization grant) {
        client.sql("delete from sandbox_grants where id = :id")
                .param("id", UUID.fromString(grant.getId()))
                .update();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return row("id = :value::uuid", id).map(row -> row.rebuilt("", clients)).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var column = type == null ? "" : StoredGrant.column(type);
        return column.isEmpty()
                ? null
                : row(column + " = :value", RandomTexts.hash(token))
                        .map(row -> row.rebuilt(token, clients))
                        .orElse(null);
    }

    private Optional<StoredGrant> row(String condition, String value) {
        return client.sql("select * from sandbox_grants where " + condition)
                .param("value", value)
                .query((row, number) -> new StoredGrant(
                        row.getString("id"),
                        row.getString("instance"),
                        json.read(row.getString("principal"), SandboxPrincipal.class),
                        json.read(row.getString("request"), StoredRequest.class),
                        new StoredGrant.Token(
                                row.getString("code_hash"),
                                row.getTimestamp("code_issued_at").toInstant(),
                                row.getTimestamp("code_expires_at").toInstant(),
                                row.getBoolean("code_used")),
                        row.getString("access_token_hash") == null
                                ? null
                                : new StoredGrant.Token(
                                        row.getString("access_token_hash"),
                                        row.getTimestamp("access_issued_at").toInstant(),
                                        row.getTimestamp("access_expires_at").toInstant(),
                                        row.getBoolean("access_revoked")),
                        row.getString("id_token_hash")))
                .optional();
    }

    private static SandboxPrincipal principal(OAuth2Authorization grant) {
        Authentication authentication = grant.getAttribute(Principal.class.getName());
        if (authentication != null && authentication.getPrincipal() instanceof SandboxPrincipal principal) {
            return principal;
        }
        throw new IllegalStateException("A grant of nobody");
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
