package dev.oin.vault;

/** Seals secrets for storage and opens them for use. */
public interface Vault {

    /** Encrypts the secret with the current master key, bound to its owner. */
    Sealed seal(Secret secret, SecretOwner owner);

    /** Decrypts with whichever of the configured master keys fits. */
    Secret open(Sealed sealed, SecretOwner owner);

    /** Whether the current master key sealed this; if not, it is to be sealed again before the old key goes. */
    boolean isCurrent(Sealed sealed);

    /** The same secret, sealed with the current master key. */
    default Sealed reseal(Sealed sealed, SecretOwner owner) {
        return isCurrent(sealed) ? sealed : seal(open(sealed, owner), owner);
    }
}
