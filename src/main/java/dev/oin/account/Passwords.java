package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The hashes of passwords, slow to make and to try (Argon2id). */
@Repository
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final JdbcClient client;
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys = encoder.encode("a password of nobody");

    Passwords(JdbcClient client) {
        this.client = client;
    }

    /** What is wrong with a password that somebody chose. */
    static Optional<String> objection(String password) {
        return password.length() < SHORTEST || password.length() > LONGEST
                ? Optional.of("Choose a password of %d to %d characters.".formatted(SHORTEST, LONGEST))
                : Optional.empty();
    }

    /** Whether the password is the account's; false for nobody, after the same work. */
    boolean matches(@Nullable AccountId account, String password) {
        var hash = account == null ? null : hashOf(account);
        var right = encoder.matches(password, hash == null ? nobodys : hash);
        return right && hash != null;
    }

    void set(AccountId account, String password) {
        client.sql("update accounts set password_hash = :hash where id = :id")
                .param("hash", encoder.encode(password))
                .param("id", account.value())
                .update();
    }

    private @Nullable String hashOf(AccountId account) {
        return client.sql("select password_hash from accounts where id = :id and password_hash is not null")
                .param("id", account.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
