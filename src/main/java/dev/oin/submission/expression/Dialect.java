package dev.oin.submission.expression;

/** The three expression dialects (submission-rules 12.1). */
public enum Dialect {
    /** D1: text with {@code {expr}} holes. */
    OIDC("app", "OIDC fields use `{app.…}`, without a dollar sign."),
    /** D2: text with {@code ${expr}} holes. */
    SAML("org", "SAML fields use `${org.…}`."),
    /** D3: the whole value is one expression; also used by Universal Logout. */
    SCIM("app", "SCIM and logout fields are one expression: `'https://' + app.… + '.example.org'`.");

    private final String prefix;
    private final String shape;

    Dialect(String prefix, String shape) {
        this.prefix = prefix;
        this.shape = shape;
    }

    /** What stands before a variable's name. */
    public String prefix() {
        return prefix;
    }

    /** How an expression is written here, in words. */
    String shape() {
        return shape;
    }

    /** What joins two texts. */
    String join() {
        return this == SAML ? "+=" : "+";
    }
}
