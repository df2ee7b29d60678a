package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, from its address and its form. */
final class Parameters {

    private static final Set<String> OF_SIGN_IN = Set.of(
            "code",
            "state",
            "iss",
            "session_state",
            "error",
            "error_description",
            "SAMLRequest",
            "SAMLResponse",
            "RelayState",
            "SigAlg",
            "Signature");

    private Parameters() {}

    static Map<String, String> of(Exchange exchange) {
        var all = new LinkedHashMap<String, String>();
        read(all, exchange.url().getRawQuery());
        if (exchange.method().equals("POST")) {
            read(all, exchange.requestBody());
        }
        return all;
    }

    private static void read(Map<String, String> all, @Nullable String text) {
        if (text == null) {
            return;
        }
        for (var pair : text.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                all.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** The address without what only the sign-in itself needed. */
    static URI withoutSignIn(URI url) {
        var query = url.getRawQuery();
        if (query == null) {
            return url;
        }
        var kept = Arrays.stream(query.split("&"))
                .filter(pair -> !OF_SIGN_IN.contains(pair.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        var address = url.toString();
        var base = address.substring(0, address.indexOf('?'));
        var fragment = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
        return URI.create(base + (kept.isEmpty() ? "" : "?" + kept) + fragment);
    }
}
