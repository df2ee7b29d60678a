package dev.oin.submission;

import dev.oin.submission.expression.Dialect;

/** What kind of value a field takes. */
public enum Format {
    /** One line of text. */
    LINE,
    /** Text of several lines. */
    PARAGRAPH,
    EMAIL,
    PHONE,
    /** A complete https address without variables. */
    URL,
    /** An https address in the OIDC dialect. */
    OIDC_EXPRESSION,
    /** An https address in the SAML dialect. */
    SAML_EXPRESSION,
    /** Text or an expression in the SAML dialect; need not be an address. */
    SAML_TEXT,
    /** An https address in the SCIM dialect. */
    SCIM_EXPRESSION,
    /** A variable's name. */
    VARIABLE_NAME,
    /** A comma-separated list of user attributes and literals. */
    ATTRIBUTE_VALUES,
    /** A whole number. */
    NUMBER,
    YES_NO,
    /** One of the field's values. */
    CHOICE,
    /** Any of the field's values. */
    CHOICES,
    /** Written, never read back. */
    SECRET,
    /** A file. */
    IMAGE,
    /** One value that cannot be changed. */
    CONSTANT;

    /** Whether the value may be an expression over the integration's variables. */
    public boolean isExpression() {
        return this == OIDC_EXPRESSION || this == SAML_EXPRESSION || this == SAML_TEXT || this == SCIM_EXPRESSION;
    }

    /** The dialect of an expression's language; attribute values are written in SAML's. */
    Dialect dialect() {
        return switch (this) {
            case OIDC_EXPRESSION -> Dialect.OIDC;
            case SAML_EXPRESSION, SAML_TEXT, ATTRIBUTE_VALUES -> Dialect.SAML;
            case SCIM_EXPRESSION -> Dialect.SCIM;
            default -> throw new IllegalStateException(this + " is no expression");
        };
    }

    /** Whether the value is text that a person types. */
    public boolean isText() {
        return switch (this) {
            case LINE,
                    PARAGRAPH,
                    EMAIL,
                    PHONE,
                    URL,
                    OIDC_EXPRESSION,
                    SAML_EXPRESSION,
                    SAML_TEXT,
                    SCIM_EXPRESSION,
                    VARIABLE_NAME,
                    ATTRIBUTE_VALUES -> true;
            case NUMBER, YES_NO, CHOICE, CHOICES, SECRET, IMAGE, CONSTANT -> false;
        };
    }
}
