package dev.oin.submission;

import dev.oin.vault.Secret;

/** What a save does to a secret; none means that it stays. */
sealed interface SecretChange {

    /** A new value. */
    record Set(Secret value) implements SecretChange {}

    /** Forget it. */
    record Remove() implements SecretChange {}

    static SecretChange set(String value) {
        return new Set(new Secret(value));
    }
}
