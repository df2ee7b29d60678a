package dev.oin.sandbox.saml;

/** What happens next in a sign-in. */
sealed interface SsoStep {

    /** The answer goes to the app. */
    record Send(SamlAnswer answer) implements SsoStep {}

    /** The request is kept under the name until we know who signs in. */
    record Continue(String pending) implements SsoStep {}

    /** The person enters the password first. */
    record AskToSignIn(String pending) implements SsoStep {}

    /** A page says why it does not go on. */
    record Explain(String reason, String remedy) implements SsoStep {}
}
