package dev.oin.submission.expression;

/** The three expression dialects (submission-rules 12.1). */
public enum Dialect {
    /** D1: text with {@code {expr}} holes. */
    OIDC,
    /** D2: text with {@code ${expr}} holes. */
    SAML,
    /** D3: the whole value is one expression; also used by Universal Logout. */
    SCIM
}
