package dev.oin.checks.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Browsers accept addresses that RFC 3986 does not; here they become ones that it does. */
final class Addresses {

    private static final Pattern ILLEGAL =
            Pattern.compile("[^A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})");

    private Addresses() {}

    static URI lenient(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException illegal) {
            return escaped(text);
        }
    }

    private static URI escaped(String text) {
        var clean = ILLEGAL.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(URLEncoder.encode(match.group(), StandardCharsets.UTF_8)));
        try {
            return new URI(clean);
        } catch (URISyntaxException hopeless) {
            return URI.create("about:invalid");
        }
    }
}
