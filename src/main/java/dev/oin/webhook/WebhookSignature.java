package dev.oin.webhook;

import dev.oin.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header that proves a call: HMAC-SHA256 (RFC 2104) over the time and the body, so that neither can be changed nor an old call repeated unnoticed. */
final class WebhookSignature {

    static final String HEADER = "OIN-Signature";

    private WebhookSignature() {}

    /** {@code t=<seconds>,v1=<hex>}, where v1 is the HMAC of {@code <seconds>.<body>}; one v1 for each key. */
    static String of(List<Secret> keys, Instant at, String body) {
        var seconds = at.getEpochSecond();
        return "t=%d,".formatted(seconds)
                + keys.stream()
                        .map(key -> "v1=" + hmac(key, seconds + "." + body))
                        .collect(Collectors.joining(","));
    }

    private static String hmac(Secret key, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", impossible);
        }
    }
}
