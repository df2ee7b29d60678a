package dev.oin.sandbox.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;

/** A request as it looks from outside. */
final class PublicRequest extends HttpServletRequestWrapper {

    private final URI origin;

    PublicRequest(HttpServletRequest request, URI origin) {
        super(request);
        this.origin = origin;
    }

    @Override
    public String getScheme() {
        return origin.getScheme();
    }

    @Override
    public boolean isSecure() {
        return "https".equals(origin.getScheme());
    }

    @Override
    public String getServerName() {
        return origin.getHost();
    }

    @Override
    public int getServerPort() {
        return origin.getPort() < 0 ? (isSecure() ? 443 : 80) : origin.getPort();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(origin.toString()).append(getRequestURI());
    }
}
