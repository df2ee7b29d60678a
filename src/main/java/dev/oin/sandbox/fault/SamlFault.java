package dev.oin.sandbox.fault;

/** Breaks a SAML response in one way; a pure function of text. A bean of this type is the fault of the check that it names. */
public interface SamlFault {

    /** The id of the check that arms it, such as {@code S-03}. */
    String checkId();

    /** Changes the response before it is signed. */
    default String beforeSigning(String response) {
        return response;
    }

    /** Changes the response after it was signed. */
    default String afterSigning(String response) {
        return response;
    }
}
