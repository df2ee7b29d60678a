package dev.oin.sample.scim;

import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who knows the token; answers what the firewall turned away in the words of SCIM too. */
@Component
class ScimAccess extends OncePerRequestFilter implements RequestRejectedHandler {

    private final Connections connections;
    private final Answers answers;

    ScimAccess(Connections connections, Answers answers) {
        this.connections = connections;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/scim/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (knowsToken(request) || connections.has(Weakness.SCIM_NO_401)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Sample HR\"");
            write(
                    new ScimProblem(401, null, "The Authorization header does not hold a valid token"),
                    request,
                    response);
        }
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
        } else if (knowsToken(request)) {
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
