package dev.oin.sandbox.saml;

/**
 * An error answer (Core 3.2.2.2).
 *
 * @param status the top-level status code
 * @param detail the second-level status code
 */
record Denial(String status, String detail, String message) {

    private static final String REQUESTER = "urn:oasis:names:tc:SAML:2.0:status:Requester";
    private static final String RESPONDER = "urn:oasis:names:tc:SAML:2.0:status:Responder";

    static Denial invalidNameIdPolicy(String format) {
        return new Denial(
                REQUESTER,
                "urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy",
                "The name identifier format " + format + " is not supported.");
    }

    static Denial unsupportedBinding(String binding) {
        return new Denial(
                REQUESTER,
                "urn:oasis:names:tc:SAML:2.0:status:UnsupportedBinding",
                "Answers are sent by HTTP-POST, not by " + binding + ".");
    }

    static Denial noAuthnContext() {
        return new Denial(
                RESPONDER,
                "urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext",
                "None of the requested authentication contexts can be stated; people sign in with a password.");
    }

    static Denial noPassive() {
        return new Denial(
                RESPONDER,
                "urn:oasis:names:tc:SAML:2.0:status:NoPassive",
                "Nobody is signed in, and nobody may be asked.");
    }

    static Denial requestDenied(String message) {
        return new Denial(RESPONDER, "urn:oasis:names:tc:SAML:2.0:status:RequestDenied", message);
    }
}
