package dev.oin.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The SAML name identifier formats that the identity provider can answer with (Core 8.3). */
public enum NameIdFormat {
    UNSPECIFIED("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"),
    EMAIL_ADDRESS("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
    PERSISTENT("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
    TRANSIENT("urn:oasis:names:tc:SAML:2.0:nameid-format:transient");

    private final String uri;

    NameIdFormat(String uri) {
        this.uri = uri;
    }

    /** The format's name on the wire. */
    public String uri() {
        return uri;
    }

    /** The format with the name. */
    public static Optional<NameIdFormat> of(String uri) {
        return Arrays.stream(values()).filter(format -> format.uri.equals(uri)).findFirst();
    }
}
