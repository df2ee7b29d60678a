package dev.oin.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** AES-256-GCM with the operator's master keys. */
record AeadVault(MasterKeys keys) implements Vault {

    @Override
    public Sealed seal(Secret secret, SecretOwner owner) {
        try {
            return Sealed.of(keys.encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), owner.associatedData()));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Could not seal " + owner, failed);
        }
    }

    @Override
    public Secret open(Sealed sealed, SecretOwner owner) {
        try {
            return new Secret(
                    new String(keys.decrypt(sealed.ciphertext(), owner.associatedData()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("None of the configured master keys opens " + owner, failed);
        }
    }

    @Override
    public boolean isCurrent(Sealed sealed) {
        return keys.isCurrent(sealed.ciphertext());
    }
}
