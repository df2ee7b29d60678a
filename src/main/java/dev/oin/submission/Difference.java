package dev.oin.submission;

/**
 * A field in which two contents differ.
 *
 * @param field its key; of a row, what names the row stands in the brackets: {@code saml.attributes[email].values}
 * @param label the words people read
 * @param before empty where there was nothing
 * @param after empty where there is nothing any more
 */
public record Difference(String field, String label, String before, String after) {}
