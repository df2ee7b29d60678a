package dev.oin.sandbox.saml;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app's AuthnRequest says (Core 3.4.1).
 *
 * @param acsIndex the index of the address to answer to; null where none or the address itself is given
 * @param contexts the authentication context classes that it would accept; empty for any
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
        List<String> contexts,
        Binding binding,
        RequestSignature signature,
        String xml) {

    SamlRequest {
        contexts = List.copyOf(contexts);
    }

    /** How it came. */
    enum Binding {
        REDIRECT,
        POST
    }
}
