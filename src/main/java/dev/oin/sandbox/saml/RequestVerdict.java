package dev.oin.sandbox.saml;

import dev.oin.sandbox.NameIdFormat;

/** What becomes of a request. */
sealed interface RequestVerdict {

    /**
     * It is answered, once it is known who signs in.
     *
     * @param acs the registered address that the answer goes to
     * @param authnContext the authentication context class to state
     */
    record Accepted(SamlRequest request, String acs, NameIdFormat format, String authnContext)
            implements RequestVerdict {}

    /** It is well-formed, but the answer is an error that the app can read. */
    record Denied(SamlRequest request, String acs, Denial denial) implements RequestVerdict {}

    /** It cannot be answered safely: the person sees a page that says why. */
    record Refused(String reason) implements RequestVerdict {}
}
