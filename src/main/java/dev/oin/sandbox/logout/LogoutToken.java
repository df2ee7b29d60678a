package dev.oin.sandbox.logout;

import java.util.LinkedHashMap;
import java.util.Map;

/** The token that says who revokes (sso-checks 4.1), not signed yet; checks change single members of a valid one. */
public record LogoutToken(Map<String, Object> header, Map<String, Object> claims) {

    public LogoutToken {
        header = Map.copyOf(header);
        claims = Map.copyOf(claims);
    }

    /** With another value of a claim. */
    public LogoutToken claim(String name, Object value) {
        return new LogoutToken(header, changed(claims, name, value));
    }

    /** Without a claim. */
    public LogoutToken withoutClaim(String name) {
        var fewer = new LinkedHashMap<>(claims);
        fewer.remove(name);
        return new LogoutToken(header, fewer);
    }

    /** With another value in its header. */
    public LogoutToken header(String name, Object value) {
        return new LogoutToken(changed(header, name, value), claims);
    }

    private static Map<String, Object> changed(Map<String, Object> members, String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return more;
    }
}
