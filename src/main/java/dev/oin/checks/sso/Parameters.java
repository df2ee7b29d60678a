package dev.oin.checks.sso;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters that only a sign-in needs. */
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
