package dev.oin.sandbox.logout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.kernel.Ids;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.SigningKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Writes and signs the tokens of revocation calls, with the key of the organisation's ID tokens and assertions. */
@Component
public class LogoutTokens {

    /** The media type in the token's header. */
    public static final String TYPE = "global-token-revocation+jwt";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SandboxAddresses addresses;
    private final SigningKeys keys;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    LogoutTokens(SandboxAddresses addresses, SigningKeys keys, ObjectMapper json, Ids ids, Clock clock) {
        this.addresses = addresses;
        this.keys = keys;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** A valid token for the instance's endpoint. */
    public LogoutToken of(Instance instance, URI endpoint) {
        var now = clock.instant();
        return new LogoutToken(
                Map.of(
                        "typ",
                        TYPE,
                        "alg",
                        "RS256",
                        "kid",
                        keys.of(instance.organization()).keyId()),
                Map.of(
                        "iss",
                        addresses.issuer(instance.organization()),
                        "sub",
                        subject(instance),
                        "aud",
                        withoutQuery(endpoint),
                        "jti",
                        ids.next().toString(),
                        "iat",
                        now.getEpochSecond(),
                        "nbf",
                        now.minus(LIFE).getEpochSecond(),
                        "exp",
                        now.plus(LIFE).getEpochSecond()));
    }

    /** OIDC: the client; SAML: the instance. */
    private static String subject(Instance instance) {
        var client = instance.clientId();
        return instance.has(Protocol.OIDC) && client != null
                ? client
                : instance.id().toString();
    }

    private static String withoutQuery(URI endpoint) {
        var text = endpoint.toString();
        return text.replaceAll("[?#].*$", "");
    }

    /** The token with the organisation's signature. */
    public String signed(LogoutToken token, Instance instance) {
        return signed(token, keys.of(instance.organization()).privateKey());
    }

    /** The token with the signature of any key. */
    public String signed(LogoutToken token, PrivateKey key) {
        return signed(token, text -> signature(text, key));
    }

    /** The token with whatever the signer makes of it. */
    public String signed(LogoutToken token, UnaryOperator<byte[]> signer) {
        var unsigned = part(token.header()) + '.' + part(token.claims());
        return unsigned + '.' + base64(signer.apply(unsigned.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] signature(byte[] text, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String part(Map<String, Object> members) {
        try {
            return base64(json.writeValueAsBytes(members));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
