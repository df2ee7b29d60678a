package dev.oin.sandbox;

import dev.oin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The passwords of the sandbox's people, hashed slowly (Argon2id). */
@Component
public class PersonPasswords {

    private final PersonRows rows;
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys;

    PersonPasswords(PersonRows rows, RandomTexts texts) {
        this.rows = rows;
        this.nobodys = encoder.encode(texts.password());
    }

    /** Whether the password is the person's; false for nobody, after the same work. */
    public boolean matches(@Nullable PersonId person, String password) {
        var hash = person == null ? null : rows.passwordHash(person).orElse(null);
        var right = encoder.matches(password, hash == null ? nobodys : hash);
        return right && hash != null;
    }

    String hash(String password) {
        return encoder.encode(password);
    }
}
