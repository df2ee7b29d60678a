package dev.oin.tour;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The secrets that were said on a wire, by what they are; and the places where one of them turns up again. */
final class Overheard {

    private static final Map<String, Pattern> KINDS = kinds();
    private static final Pattern ASSERTION = Pattern.compile("SAMLResponse=([A-Za-z0-9%+/=]{200,})");
    private static final Pattern SIGNATURE = Pattern.compile("SignatureValue[^>]*>([^<]{40,})<");
    private static final int SHORTEST = 12;

    private final Map<String, String> secrets = new LinkedHashMap<>();

    private static Map<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put("cookie", Pattern.compile("(?i)set-cookie: ?[\\w.-]+=([^;\\s]+)"));
        kinds.put("password or ticket", Pattern.compile("[&\\n]password=([^&\\s]+)"));
        kinds.put("password in JSON", Pattern.compile("\"password\" ?: ?\"([^\"]+)\""));
        kinds.put("forgery protection", Pattern.compile("[&\\n]_csrf=([^&\\s]+)"));
        kinds.put("authorization code", Pattern.compile("[?&\\n]code=([^&\\s\"]+)"));
        kinds.put("code verifier", Pattern.compile("[&\\n]code_verifier=([^&\\s]+)"));
        kinds.put("client secret", Pattern.compile("\"client_secret\" ?: ?\"([^\"]+)\""));
        kinds.put("token", Pattern.compile("\"(?:access_token|refresh_token|token)\" ?: ?\"([^\"]+)\""));
        kinds.put("ID token's signature", Pattern.compile("\"id_token\" ?: ?\"[^\".]+\\.[^\".]+\\.([^\"]+)\""));
        kinds.put("bearer", Pattern.compile("(?i)authorization: ?bearer ([^\\s]+)"));
        kinds.put("basic credentials", Pattern.compile("(?i)authorization: ?basic ([^\\s]+)"));
        kinds.put("share link", Pattern.compile("/results/([A-Za-z0-9_-]{16,})"));
        return kinds;
    }

    /** Learns what was said. */
    void listen(String wire) {
        KINDS.forEach((kind, pattern) -> pattern.matcher(wire).results().forEach(found -> add(kind, found.group(1))));
        ASSERTION.matcher(wire).results().forEach(found -> {
            var base64 = decoded(found.group(1)).replaceAll("\\s", "");
            SIGNATURE
                    .matcher(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                    .results()
                    .forEach(signature -> add("assertion's signature", signature.group(1)));
        });
    }

    void add(String kind, String secret) {
        for (var form : List.of(secret, decoded(secret))) {
            if (form.length() >= SHORTEST) {
                secrets.putIfAbsent(form, kind);
            }
        }
    }

    /** What may be known: a secret that is not one, or one that is shown on purpose. */
    void forget(String secret) {
        secrets.remove(secret);
    }

    /** The kinds that were learnt. */
    Set<String> kindsHeard() {
        return new LinkedHashSet<>(secrets.values());
    }

    /** Adds a line for each secret that the text holds, in whatever disguise. */
    void look(String where, String text, List<String> found) {
        secrets.forEach((secret, kind) -> disguises(secret).stream()
                .filter(text::contains)
                .findFirst()
                .ifPresent(disguise -> found.add(where + " holds a " + kind + ": " + around(text, disguise))));
    }

    private static String around(String text, String disguise) {
        var at = text.indexOf(disguise);
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + disguise.length() + 20));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** As it is, encoded for addresses, in hexadecimal as the database shows bytes, and in Base64 wherever it begins. */
    private static Set<String> disguises(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var disguises = new LinkedHashSet<>(List.of(
                secret,
                java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("/", "\\/"),
                secret.replace("&", "&amp;"),
                HexFormat.of().formatHex(bytes)));
        for (var skipped = 0; skipped < 3; skipped++) {
            var rest = Arrays.copyOfRange(bytes, skipped, skipped + (bytes.length - skipped) / 3 * 3);
            disguises.add(Base64.getEncoder().encodeToString(rest));
            disguises.add(Base64.getUrlEncoder().encodeToString(rest));
            disguises.add(HexFormat.of()
                    .formatHex(Base64.getEncoder().encodeToString(rest).getBytes(StandardCharsets.US_ASCII)));
        }
        return disguises;
    }
}
