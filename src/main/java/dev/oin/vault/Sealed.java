package dev.oin.vault;

import java.util.Base64;

/**
 * A secret as it is stored: encrypted, and of use only for the owner it was sealed for.
 *
 * @param text Base64, for a text column
 */
public record Sealed(String text) {

    static Sealed of(byte[] ciphertext) {
        return new Sealed(Base64.getEncoder().encodeToString(ciphertext));
    }

    byte[] ciphertext() {
        return Base64.getDecoder().decode(text);
    }

    @Override
    public String toString() {
        return "Sealed";
    }
}
