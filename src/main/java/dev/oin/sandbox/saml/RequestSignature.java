package dev.oin.sandbox.saml;

/** Whether and how a request was signed. */
sealed interface RequestSignature {

    /** It was not. */
    record Absent() implements RequestSignature {}

    /** It was, by somebody whose certificate we do not know, which the form does not ask for. */
    record NotVerified(String algorithm) implements RequestSignature {}

    /** It was, with a certificate of the app. */
    record Verified(String algorithm) implements RequestSignature {}

    /** It claims to be, but the signature is wrong. */
    record Wrong(String algorithm) implements RequestSignature {}

    /** In words. */
    default String words() {
        return switch (this) {
            case Absent() -> "not signed";
            case NotVerified(var algorithm) -> "signed with " + algorithm + ", not verified";
            case Verified(var algorithm) -> "signed with " + algorithm + ", verified";
            case Wrong(var algorithm) -> "wrongly signed with " + algorithm;
        };
    }
}
