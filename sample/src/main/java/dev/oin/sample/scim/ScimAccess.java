package dev.oin.sample.scim;

import dev.oin.sample.oauth.IssuedTokens;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who knows the token; answers what the firewall turned away in the words of SCIM too. */
@Component
class ScimAccess extends OncePerRequestFilter implements RequestRejectedHandler {

    private final Connections connections;
    private final Answers answers;
    private final IssuedTokens issued;

    ScimAccess(Connections connections, Answers answers, IssuedTokens issued) {
        this.connections = connections;
        this.answers = answers;
        this.issued = issued;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/scim/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (connections.scimOauth().isPresent() && !connections.has(Weakness.SCIM_NO_401)) {
            admitByOauth(request, response, chain);
        } else if (knowsToken(request) || connections.has(Weakness.SCIM_NO_401)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Sample HR\"");
            write(
                    new ScimProblem(401, null, "The Authorization header does not hold a valid token"),
                    request,
                    response);
        }
    }

    private void admitByOauth(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IssuedTokens.Standing standing = issued.of(bearer(request));
        if (standing == IssuedTokens.Standing.ACTIVE) {
            chain.doFilter(request, response);
            return;
        }
        String description = standing == IssuedTokens.Standing.EXPIRED
                ? "The access token has expired"
                : "The access token is not known";
        response.setHeader(
                "WWW-Authenticate",
                "Bearer realm=\"Sample HR\", error=\"invalid_token\", error_description=\"" + description + "\"");
        write(new ScimProblem(401, null, description), request, response);
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        return shown != null && shown.regionMatches(true, 0, "Bearer ", 0, 7)
                ? shown.substring(7).strip()
                : null;
    }

    private boolean isAdmitted(HttpServletRequest request) {
        return connections.scimOauth().isPresent()
                ? issued.of(bearer(request)) == IssuedTokens.Standing.ACTIVE
                : knowsToken(request);
    }

    private boolean knowsToken(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        if (shown == null) {
            return false;
        }
        String token = shown.regionMatches(true, 0, "Bearer ", 0, 7)
                ? shown.substring(7).strip()
                : shown.strip();
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), connections.scimToken().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException, ServletException {
        if (!request.getRequestURI().startsWith("/scim/")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (isAdmitted(request)) {
            write(new ScimProblem(404, null, "There is nothing at this address"), request, response);
        } else {
            write(new ScimProblem(401, null, "A valid token is needed"), request, response);
        }
    }

    private void write(ScimProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(answers.contentType(request));
        response.getOutputStream().write(Answers.bytes(answers.body(problem)));
    }
}
