package dev.oin.submission;

/**
 * A list of rows, or of single values, on a page.
 *
 * @param key without brackets, such as {@code variables} or {@code oidc.redirect_uris}
 * @param one what one row is called, such as "variable"
 * @param most how many there may be
 * @param required whether there must be one
 */
public record FieldList(
        String key, String label, String one, Section section, int most, boolean required, String purpose) {}
