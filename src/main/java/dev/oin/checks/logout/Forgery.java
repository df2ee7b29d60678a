package dev.oin.checks.logout;

import dev.oin.sandbox.logout.LogoutToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that nobody should believe. */
final class Forgery {

    private static final int BITS = 2048;

    private Forgery() {}

    static String unsigned(LogoutLab lab) {
        return lab.tools().tokens().signed(lab.token().header("alg", "none"), text -> new byte[0]);
    }

    /** The public key's PEM text as the secret of an HMAC. */
    static String hmacWithPublicKey(LogoutLab lab) {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(lab.tools()
                                .keys()
                                .of(lab.instance().organization())
                                .publicKey()
                                .getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return lab.tools().tokens().signed(lab.token().header("alg", "HS256"), text -> hmac(text, pem));
    }

    private static byte[] hmac(byte[] text, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String otherKey(LogoutLab lab) {
        return lab.tools().tokens().signed(lab.token(), stranger().getPrivate());
    }

    static String otherKeyInHeader(LogoutLab lab) {
        var pair = stranger();
        var key = (RSAPublicKey) pair.getPublic();
        var jwk = Map.of(
                "kty", "RSA",
                "n", unsigned(key.getModulus().toByteArray()),
                "e", unsigned(key.getPublicExponent().toByteArray()));
        return lab.tools().tokens().signed(lab.token().header("jwk", jwk), pair.getPrivate());
    }

    private static String unsigned(byte[] number) {
        var from = number.length > 1 && number[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(number, from, number.length));
    }

    /** Claims of a second token under the signature of the first. */
    static String tampered(LogoutLab lab) {
        var one = lab.signed(lab.token()).split("\\.");
        var other = lab.signed(lab.token()).split("\\.");
        return one[0] + '.' + other[1] + '.' + one[2];
    }

    /** What the app got at sign-in: type, audience and subject of an ID token. */
    static String idToken(LogoutLab lab) {
        var token = lab.token();
        return lab.signed(new LogoutToken(
                        Map.of(
                                "alg",
                                "RS256",
                                "typ",
                                "JWT",
                                "kid",
                                token.header().get("kid")),
                        token.claims())
                .claim("aud", String.valueOf(token.claims().get("sub")))
                .claim("sub", lab.person().id().toString())
                .withoutClaim("nbf"));
    }

    /** A key that nobody has seen yet. */
    static KeyPair newKey() {
        return stranger();
    }

    private static KeyPair stranger() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
