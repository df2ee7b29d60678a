package dev.oin.sandbox.saml;

import dev.oin.sandbox.saml.SamlRequest.Binding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.springframework.stereotype.Component;

/** Decodes AuthnRequests as they come over HTTP-Redirect and HTTP-POST. */
@Component
final class AuthnRequestReader {

    private static final int LONGEST_MESSAGE = 256 * 1024;

    private final OpenSaml saml;
    private final RequestSignatures signatures;

    AuthnRequestReader(OpenSaml saml, RequestSignatures signatures) {
        this.saml = saml;
        this.signatures = signatures;
    }

    SamlRequest read(ReceivedMessage message, ServiceProvider app) throws UnreadableSaml {
        return switch (message) {
            case ReceivedMessage.ByRedirect redirect -> {
                var document = inflate(decode(redirect.samlRequest()));
                var request = parse(document);
                yield describe(request, document, Binding.REDIRECT, signatures.ofRedirect(redirect, app));
            }
            case ReceivedMessage.ByPost post -> {
                var document = plain(decode(post.samlRequest()));
                var request = parse(document);
                yield describe(request, document, Binding.POST, signatures.ofPost(request, app));
            }
        };
    }

    private AuthnRequest parse(byte[] document) throws UnreadableSaml {
        var object = saml.read(document);
        if (object instanceof AuthnRequest request) {
            return request;
        }
        throw new UnreadableSaml(
                "the document is a " + object.getElementQName().getLocalPart() + ", not an AuthnRequest");
    }

    private static byte[] decode(String text) throws UnreadableSaml {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new UnreadableSaml("SAMLRequest is not base64", notBase64);
        }
    }

    /** Some libraries deflate for HTTP-POST, too, until they are told not to. */
    private static byte[] plain(byte[] document) throws UnreadableSaml {
        if (isDeflated(document)) {
            throw new UnreadableSaml(
                    "it is deflated, which is for HTTP-Redirect only; over HTTP-POST SAMLRequest is the base64 of the XML as it is (Bind 3.5.4)");
        }
        return document;
    }

    private static boolean isDeflated(byte[] document) {
        try {
            return document.length > 0
                    && document[0] != '<'
                    && new String(inflate(document), StandardCharsets.UTF_8).startsWith("<");
        } catch (UnreadableSaml somethingElse) {
            return false;
        }
    }

    private static byte[] inflate(byte[] deflated) throws UnreadableSaml {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
            var document = in.readNBytes(LONGEST_MESSAGE + 1);
            if (document.length > LONGEST_MESSAGE) {
                throw new UnreadableSaml("the request is longer than " + LONGEST_MESSAGE / 1024 + " KiB");
            }
            return document;
        } catch (IOException notDeflated) {
            throw new UnreadableSaml("SAMLRequest is not deflated, as HTTP-Redirect needs it", notDeflated);
        }
    }

    private static SamlRequest describe(
            AuthnRequest request, byte[] document, Binding binding, RequestSignature signature) throws UnreadableSaml {
        var id = request.getID();
        if (id == null || id.isBlank()) {
            throw new UnreadableSaml("the request has no ID");
        }
        var version = request.getVersion();
        var issuer = request.getIssuer();
        var policy = request.getNameIDPolicy();
        return new SamlRequest(
                id,
                version == null ? "" : version.toString(),
                request.getIssueInstant(),
                issuer == null ? null : stripped(issuer.getValue()),
                request.getDestination(),
                request.getAssertionConsumerServiceURL(),
                request.getAssertionConsumerServiceIndex(),
                request.getProtocolBinding(),
                policy == null ? null : policy.getFormat(),
                Boolean.TRUE.equals(request.isForceAuthn()),
                Boolean.TRUE.equals(request.isPassive()),
                RequestedContexts.of(request.getRequestedAuthnContext()),
                binding,
                signature,
                new String(document, StandardCharsets.UTF_8));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
