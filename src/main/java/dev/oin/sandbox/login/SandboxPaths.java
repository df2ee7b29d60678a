package dev.oin.sandbox.login;

import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which paths belong to the identity provider; {@code /sandbox/{org}} itself and what else lies under it are the portal's. */
public final class SandboxPaths {

    private static final Pattern OURS = Pattern.compile("/sandbox/([^/]+)/"
            + "(?:login|home|sign-out|saml/.*|apps/.*|oauth2/.*|userinfo|connect/.*|\\.well-known/.*)");
    private static final Pattern PROTOCOL = Pattern.compile("/sandbox/[^/]+/"
            + "(?:oauth2/(?:authorize|token|jwks)|userinfo|connect/logout|\\.well-known/openid-configuration)");

    private SandboxPaths() {}

    /** Whether the identity provider answers the request. */
    public static boolean isOurs(HttpServletRequest request) {
        return OURS.matcher(path(request)).matches();
    }

    /** Whether the request is for an endpoint of OpenID Connect. */
    public static boolean isOpenIdConnect(HttpServletRequest request) {
        return PROTOCOL.matcher(path(request)).matches();
    }

    /** The organisation in the path, looked up once for each request. */
    static Optional<Organization> organization(HttpServletRequest request, Organizations organizations) {
        if (request.getAttribute(Organization.class.getName()) instanceof Organization known) {
            return Optional.of(known);
        }
        var found = Optional.of(OURS.matcher(path(request)))
                .filter(Matcher::matches)
                .flatMap(parts -> organizations.find(parts.group(1)));
        found.ifPresent(organization -> request.setAttribute(Organization.class.getName(), organization));
        return found;
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
