package dev.oin.sandbox.scim;

/** What a token endpoint said. */
sealed interface TokenAnswer {

    /** Tokens. */
    record Granted(OauthTokens tokens) implements TokenAnswer {}

    /**
     * No (RFC 6749, section 5.2).
     *
     * @param error such as {@code invalid_grant}
     * @param description what the server added for developers; may be empty
     */
    record Denied(String error, String description) implements TokenAnswer {}

    /** Nothing that can be used: no answer, or none of OAuth 2.0. */
    record Failed(String reason) implements TokenAnswer {}
}
