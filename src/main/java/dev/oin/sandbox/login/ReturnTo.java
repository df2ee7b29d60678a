package dev.oin.sandbox.login;

import dev.oin.account.Organization;
import dev.oin.sandbox.SandboxAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Remembers, in the session, what a visitor was about before the sign-in page; always a path of the same sandbox. */
public final class ReturnTo {

    private static final String ATTRIBUTE = "return_to";

    private ReturnTo() {}

    /** Remembers the current request. */
    public static void current(HttpServletRequest request) {
        var query = request.getQueryString();
        path(request.getSession(), SandboxPaths.path(request) + (query == null ? "" : "?" + query));
    }

    /** Remembers a path. */
    public static void path(HttpSession session, String path) {
        session.setAttribute(ATTRIBUTE, path);
    }

    /** What was remembered, and is forgotten now; the organisation's home where nothing was. */
    static String take(HttpServletRequest request, Organization organization) {
        var home = SandboxAddresses.path(organization) + "/home";
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String path)) {
            return home;
        }
        session.removeAttribute(ATTRIBUTE);
        return path.startsWith(SandboxAddresses.path(organization) + "/") ? path : home;
    }
}
