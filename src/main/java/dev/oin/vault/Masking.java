package dev.oin.vault;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of recorded traffic before it is kept: passwords, cookies, tokens, client secrets, credentials in headers, signatures of assertions and tokens (their
 * content stays readable), and values known to be secret in this context.
 */
public final class Masking {

    private static final String NAMES =
            "password|passwd|pwd|new_password|current_password|secret|client_secret|clientSecret|token|access_token|"
                    + "refresh_token|device_code|code|code_verifier|client_assertion|assertion|api_key|apikey|apiToken|ticket|otp|totp|registration_access_token|Signature|j_password|_csrf|csrf_token|csrfmiddlewaretoken|authenticity_token|__RequestVerificationToken";
    private static final Pattern PAIR =
            Pattern.compile("(^|[?&;#\\s])((?:" + NAMES + ")=)([^&#\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMBER = Pattern.compile(
            "(\"(?:" + NAMES.replace("|code|", "|") + ")\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"|[0-9]++)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATCHED_PASSWORD = Pattern.compile(
            "(\"path\"\\s*:\\s*\"password\"[^{}]*?\"value\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"|(\"value\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"(?=[^{}]*?\"path\"\\s*:\\s*\"password\")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("(https?://)[^/@\\s\"'<>]+@", Pattern.CASE_INSENSITIVE);
    private static final Pattern JWT = Pattern.compile("(eyJ[\\w-]+\\.[\\w-]+\\.)[\\w-]+");
    private static final Pattern CREDENTIALS =
            Pattern.compile("\\b(Bearer|Basic|SSWS|DPoP) +[\\w.~+/=-]{6,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE =
            Pattern.compile("(<(?:[\\w.-]+:)?SignatureValue[^>]*>)[^<]*(</)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAML = Pattern.compile("(\\bSAMLResponse=)([A-Za-z0-9+/=%]++)");
    private static final Pattern COOKIE = Pattern.compile("([^=;\\s]+=)[^;]*");
    private static final Pattern SET_COOKIE = Pattern.compile("(?m)^([^=;\\n]+=)[^;\\n]*");
    private static final Set<String> SECRET_HEADERS =
            Set.of("x-api-key", "x-auth-token", "x-csrf-token", "x-xsrf-token", "api-key", "x-access-token");

    private final List<KnownSecret> known;

    /** Masks these wherever they occur, too. */
    public Masking(List<Secret> known) {
        this.known = known.stream()
                .filter(secret -> !secret.reveal().isEmpty())
                .distinct()
                .map(KnownSecret::new)
                .toList();
    }

    /** Masks what every recording must not contain. */
    public static Masking standard() {
        return new Masking(List.of());
    }

    /** A header's value. */
    public String header(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "authorization", "proxy-authorization" -> credentials(value);
            case "cookie" -> COOKIE.matcher(value).replaceAll("$1" + Secret.MASK);
            case "set-cookie" -> SET_COOKIE.matcher(value).replaceAll("$1" + Secret.MASK);
            case String other when SECRET_HEADERS.contains(other) -> Secret.MASK;
            default -> text(value);
        };
    }

    private static String credentials(String value) {
        int end = value.indexOf(' ');
        return end < 0 ? Secret.MASK : value.substring(0, end + 1) + Secret.MASK;
    }

    /** Any text: a URL, a form, JSON, XML, a page, a message. */
    public String text(String text) {
        var masked = withoutKnown(text);
        masked = samlResponses(masked);
        masked = USER_INFO.matcher(masked).replaceAll("$1" + Secret.MASK + "@");
        masked = JWT.matcher(masked).replaceAll("$1" + Secret.MASK);
        masked = PAIR.matcher(masked).replaceAll("$1$2" + Secret.MASK);
        masked = MEMBER.matcher(masked).replaceAll("$1\"" + Secret.MASK + "\"");
        masked = patchedPasswords(masked);
        masked = CREDENTIALS.matcher(masked).replaceAll("$1 " + Secret.MASK);
        return SIGNATURE.matcher(masked).replaceAll("$1" + Secret.MASK + "$2");
    }

    private static String patchedPasswords(String text) {
        return PATCHED_PASSWORD
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        (found.group(1) == null ? found.group(2) : found.group(1)) + '"' + Secret.MASK + '"'));
    }

    private String withoutKnown(String text) {
        if (known.isEmpty()) {
            return text;
        }
        var readings = Readings.of(text);
        var masked = text;
        for (var secret : known) {
            masked = secret.takenOut(masked, readings);
        }
        return masked;
    }

    /** A posted response stays readable, without what would let it be used. */
    private static String samlResponses(String text) {
        return SAML.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + unsigned(found.group(2))));
    }

    private static String unsigned(String parameter) {
        try {
            var base64 = URLDecoder.decode(parameter, StandardCharsets.UTF_8).replaceAll("\\s", "");
            var xml = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            var masked = SIGNATURE.matcher(xml).replaceAll("$1" + Secret.MASK + "$2");
            return URLEncoder.encode(
                    Base64.getEncoder().encodeToString(masked.getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return Secret.MASK;
        }
    }
}
