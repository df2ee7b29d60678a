package dev.oin.sandbox.oidc;

import dev.oin.sandbox.RandomTexts;
import org.springframework.security.oauth2.core.OAuth2Token;

/** The values of tokens: the one that was presented is known, of the others only the hash is. */
final class Presented {

    private static final String HASH = "hash:";

    private Presented() {}

    /** What stands for a token: its value if it is the one presented. */
    static String value(String presented, String hash) {
        return RandomTexts.hash(presented).equals(hash) ? presented : HASH + hash;
    }

    /** What is kept of a token. */
    static String hash(OAuth2Token token) {
        var value = token.getTokenValue();
        return value.startsWith(HASH) ? value.substring(HASH.length()) : RandomTexts.hash(value);
    }
}
