package dev.oin.storage;

import dev.oin.storage.Blobs.Folder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a value lies.
 *
 * @param value the folder's name, a slash, and the SHA-256 of the content in hex
 */
public record BlobKey(String value) {

    /** The key that the content has in the folder. */
    public static BlobKey of(Folder folder, byte[] content) {
        return of(folder, hash(content));
    }

    /** The key of a content whose hash is known. */
    public static BlobKey of(Folder folder, String hash) {
        return new BlobKey(folder.name() + '/' + hash);
    }

    /** SHA-256 in hex. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The content's hash. */
    public String hash() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
