package dev.oin.submission;

/**
 * The facts of an uploaded logo.
 *
 * @param hash SHA-256 of the stored image, in hex; also its key in storage
 * @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/gif}
 * @param bytes the size of the stored image
 */
public record Logo(String hash, String mediaType, int width, int height, int bytes) {}
