package dev.oin.sandbox.saml;

/** Something that was sent is no SAML document; the message says why, in words for the app's developer. */
final class UnreadableSaml extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableSaml(String message) {
        super(message);
    }

    UnreadableSaml(String message, Throwable cause) {
        super(message, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
