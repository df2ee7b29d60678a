package dev.oin.submission;

import org.jspecify.annotations.Nullable;

/**
 * The facts of an uploaded logo.
 *
 * @param hash SHA-256 of the stored image, in hex; also its key in storage
 * @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/gif}
 * @param bytes the size of the stored image
 * @param transparent whether the background is (IR-LG-5); null where nobody has looked
 * @param rounded whether the corners are (IR-LG-6); null where nobody has looked
 */
public record Logo(
        String hash,
        String mediaType,
        int width,
        int height,
        int bytes,
        @Nullable Boolean transparent,
        @Nullable Boolean rounded) {

    /** One whose picture nobody has looked at. */
    public Logo(String hash, String mediaType, int width, int height, int bytes) {
        this(hash, mediaType, width, height, bytes, null, null);
    }
}
