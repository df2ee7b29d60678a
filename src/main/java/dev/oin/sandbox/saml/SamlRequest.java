package dev.oin.sandbox.saml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an app's AuthnRequest says (Core 3.4.1).
 *
 * @param acsIndex the index of the address to answer to; null where none or the address itself is given
 * @param contexts the ways of signing in that it would accept
 * @param xml the request as it was sent, decoded
 */
record SamlRequest(
        String id,
        String version,
        @Nullable Instant issueInstant,
        @Nullable String issuer,
        @Nullable String destination,
        @Nullable String acsUrl,
        @Nullable Integer acsIndex,
        @Nullable String protocolBinding,
        @Nullable String nameIdFormat,
        boolean forceAuthn,
        boolean passive,
        RequestedContexts contexts,
        Binding binding,
        RequestSignature signature,
        String xml) {

    /** How it came. */
    enum Binding {
        REDIRECT,
        POST
    }
}
