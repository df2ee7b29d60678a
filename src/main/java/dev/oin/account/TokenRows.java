package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of API tokens. */
@Repository
class TokenRows {

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient client;

    TokenRows(JdbcClient client) {
        this.client = client;
    }

    Optional<ApiToken> find(TokenId id) {
        return client.sql("select * from api_tokens where id = :id")
                .param("id", id.value())
                .query(TokenRows::token)
                .optional();
    }

    Optional<ApiToken> findByHash(String hash) {
        return client.sql("select * from api_tokens where hash = :hash")
                .param("hash", hash)
                .query(TokenRows::token)
                .optional();
    }

    List<ApiToken> of(AccountId account) {
        return client.sql(
                        "select * from api_tokens where account = :account and revoked_at is null order by created_at desc")
                .param("account", account.value())
                .query(TokenRows::token)
                .list();
    }

    List<ApiToken> of(OrganizationId organization) {
        return client.sql("""
                        select t.* from api_tokens t join accounts a on a.id = t.account
                        where a.organization = :organization and t.revoked_at is null order by t.created_at desc""")
                .param("organization", organization.value())
                .query(TokenRows::token)
                .list();
    }

    List<ApiToken> ofStaff() {
        return client.sql("""
                        select t.* from api_tokens t join accounts a on a.id = t.account
                        where a.staff_roles <> '{}' and t.revoked_at is null order by t.created_at desc""").query(TokenRows::token).list();
    }

    /** Forgets tokens that ended before; what was done with them stays in the history. */
    void sweep(Instant before) {
        client.sql("delete from api_tokens where expires_at < :before or revoked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    void add(ApiToken token, String hash) {
        client.sql("""
                        insert into api_tokens (id, account, name, scope, hash, created_at, expires_at)
                        values (:id, :account, :name, :scope, :hash, :created, :expires)""")
                .param("id", token.id().value())
                .param("account", token.owner().value())
                .param("name", token.name())
                .param("scope", token.scope().name())
                .param("hash", hash)
                .param("created", Timestamp.from(token.createdAt()))
                .param("expires", Timestamp.from(token.expiresAt()))
                .update();
    }

    void used(ApiToken token, Instant now) {
        var noted = token.lastUsedAt();
        if (noted == null || noted.plus(USE_IS_NOTED_EVERY).isBefore(now)) {
            client.sql("update api_tokens set last_used_at = :now where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", token.id().value())
                    .update();
        }
    }

    void revoke(TokenId id, Instant now) {
        client.sql("update api_tokens set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                new TokenId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                TokenScope.valueOf(row.getString("scope")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
