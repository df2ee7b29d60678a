package dev.oin.kernel;

/**
 * Something wrong with one field, in words that say what to change.
 *
 * @param field the field's key, such as {@code saml.acs_url} or {@code variables[2].name}
 * @param rule the rule's id, such as {@code IV-4} or {@code saml.acs_url.required}
 * @param severity whether the problem stops a submission
 */
public record Problem(String field, String rule, String message, Severity severity) {

    /** How much a problem weighs. */
    public enum Severity {
        /** Stops a submission (G-04). */
        ERROR,
        /** Shown, stops nothing. */
        WARNING
    }

    /** A problem that stops a submission. */
    public static Problem error(String field, String rule, String message) {
        return new Problem(field, rule, message, Severity.ERROR);
    }

    /** A problem that is shown and stops nothing. */
    public static Problem warning(String field, String rule, String message) {
        return new Problem(field, rule, message, Severity.WARNING);
    }

    /** Whether the problem stops a submission. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
