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
            case NotVerified(var algorithm) ->
                "signed with " + algorithm + ", not verified, because no certificate of the app is known"
                        + advice(algorithm);
            case Verified(var algorithm) -> "signed with " + algorithm + ", verified" + advice(algorithm);
            case Wrong(var algorithm) -> "wrongly signed with " + algorithm + advice(algorithm);
        };
    }

    private static String advice(String algorithm) {
        return algorithm.endsWith("sha1") ? "; SHA-1 is broken, sign with SHA-256 (Q-SA-4)" : "";
    }
}
