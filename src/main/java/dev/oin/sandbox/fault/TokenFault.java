package dev.oin.sandbox.fault;

import java.util.Map;

/** Breaks an ID token in one way; a pure function of claims and text. A bean of this type is the fault of the check that it names. */
public interface TokenFault {

    /** The id of the check that arms it, such as {@code D-02}. */
    String checkId();

    /** Whether the authorization request is answered with {@code access_denied}, as if the person had said no. */
    default boolean deniesAccess() {
        return false;
    }

    /** Changes the claims before the token is signed. */
    default Map<String, Object> beforeSigning(Map<String, Object> claims) {
        return claims;
    }

    /** Changes the compact token after it was signed. */
    default String afterSigning(String token) {
        return token;
    }

    /** Changes what the userinfo endpoint answers. */
    default Map<String, Object> userInfo(Map<String, Object> claims) {
        return claims;
    }
}
