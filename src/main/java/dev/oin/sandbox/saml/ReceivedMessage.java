package dev.oin.sandbox.saml;

import org.jspecify.annotations.Nullable;

/** A SAML message as it came over HTTP. */
sealed interface ReceivedMessage {

    /** The encoded message. */
    String samlRequest();

    /** What the app wants back unchanged. */
    @Nullable
    String relayState();

    /**
     * By HTTP-Redirect (Bind 3.4).
     *
     * @param query the query string as it was sent, over which a detached signature is made
     */
    record ByRedirect(
            String samlRequest,
            @Nullable String relayState,
            @Nullable String algorithm,
            @Nullable String signature,
            String query)
            implements ReceivedMessage {}

    /** By HTTP-POST (Bind 3.5). */
    record ByPost(String samlRequest, @Nullable String relayState) implements ReceivedMessage {}
}
