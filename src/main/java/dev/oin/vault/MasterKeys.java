package dev.oin.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The operator's master keys, 32 bytes each in Base64, the current one first. A key's id comes from its hash, so that nodes agree on it and a ciphertext names its key.
 */
final class MasterKeys {

    static final int KEY_BYTES = 32;
    private static final int PREFIX_BYTES = 5;

    private final Aead aead;
    private final byte[] currentPrefix;

    private MasterKeys(Aead aead, byte[] currentPrefix) {
        this.aead = aead;
        this.currentPrefix = currentPrefix;
    }

    /** Reads {@code current[,older...]}. */
    static MasterKeys parse(String text) throws GeneralSecurityException {
        AeadConfig.register();
        var keys = new ArrayList<AesGcmKey>();
        for (var part : text.split(",", -1)) {
            keys.add(key(decode(part.strip())));
        }
        return new MasterKeys(keyset(keys), keys.getFirst().getOutputPrefix().toByteArray());
    }

    private static byte[] decode(String part) {
        try {
            var bytes = Base64.getDecoder().decode(part);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw badKey();
        }
        throw badKey();
    }

    private static IllegalStateException badKey() {
        return new IllegalStateException("OIN_MASTER_KEY must be 32 random bytes in Base64 (openssl rand -base64 32);"
                + " while a key is being changed: the new one, a comma, the old one.");
    }

    @AccessesPartialKey
    private static AesGcmKey key(byte[] bytes) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        int id = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                        .getInt()
                & Integer.MAX_VALUE;
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }

    private static Aead keyset(List<AesGcmKey> keys) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder();
        for (var key : keys) {
            var entry = KeysetHandle.importKey(key);
            builder.addEntry(key == keys.getFirst() ? entry.makePrimary() : entry);
        }
        return builder.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    byte[] encrypt(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
        return aead.encrypt(plain, associatedData);
    }

    byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, associatedData);
    }

    boolean isCurrent(byte[] ciphertext) {
        return ciphertext.length > PREFIX_BYTES
                && Arrays.equals(currentPrefix, Arrays.copyOf(ciphertext, PREFIX_BYTES));
    }
}
