package dev.oin.sandbox.fault;

import java.util.List;

/** Breaks a SAML response in one way; a pure function of text. A bean of this type is the fault of the check that it names. */
public interface SamlFault {

    /** The id of the check that arms it, such as {@code S-03}. */
    String checkId();

    /** Chooses where the answer goes; nothing in it is wrong then, it is addressed there. */
    default String acs(String chosen, String variant, List<String> registered) {
        return chosen;
    }

    /** Changes the response before it is signed. */
    default String beforeSigning(String response) {
        return response;
    }

    /** Changes the response after it was signed. */
    default String afterSigning(String response) {
        return response;
    }
}
