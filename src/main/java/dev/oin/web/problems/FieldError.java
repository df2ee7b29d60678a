package dev.oin.web.problems;

/**
 * One thing wrong with what was sent.
 *
 * @param field the field's key, such as {@code saml.acs_url}; empty for the whole body
 * @param rule the rule's id, such as {@code display_name.length}
 */
public record FieldError(String field, String rule, String message) {}
