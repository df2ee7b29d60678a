package dev.oin.sandbox.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.SignInEvent.What;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Refuses at the token endpoint in the standard's words, and notes it at the instance whose client id was used. */
@Component
final class TokenRefusals implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final String BASIC = "Basic ";
    private static final String OFFERED = "use client_secret_basic or client_secret_post";

    private final InstalledClients clients;
    private final NoteSignIn log;
    private final OAuth2ErrorHttpMessageConverter words = new OAuth2ErrorHttpMessageConverter();

    TokenRefusals(InstalledClients clients, NoteSignIn log) {
        this.clients = clients;
        this.log = log;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        var given = ((OAuth2AuthenticationException) exception).getError();
        refuse(
                request,
                response,
                assertion(request).isPresent() ? unauthenticated("Client assertions are not offered; ") : given);
    }

    /** A request that shows nothing of the client's. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        refuse(request, response, unauthenticated("The client did not authenticate; "));
    }

    private static OAuth2Error unauthenticated(String why) {
        return new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why + OFFERED, null);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, OAuth2Error error)
            throws IOException {
        clientId(request)
                .flatMap(clients::instance)
                .ifPresent(instance ->
                        log.note(instance.id(), null, null, What.TOKEN_REQUEST_REFUSED, OidcNotes.of(error)));
        var invalidClient = error.getErrorCode().equals("invalid_client");
        if (invalidClient && request.getHeader("Authorization") != null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"token\"");
        }
        var answer = new ServletServerHttpResponse(response);
        answer.setStatusCode(invalidClient ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST);
        words.write(error, null, answer);
    }

    private static Optional<String> clientId(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.ofNullable(request.getParameter("client_id"))
                    .or(() -> assertion(request).flatMap(TokenRefusals::subject));
        }
        try {
            var decoded = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            return Optional.of(decoded.split(":", 2)[0]);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> assertion(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("client_assertion"));
    }

    /** Whom the assertion names, unproven; enough to tell that client what went wrong. */
    private static Optional<String> subject(String assertion) {
        try {
            return Optional.ofNullable(JWTParser.parse(assertion).getJWTClaimsSet())
                    .map(JWTClaimsSet::getSubject);
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }
}
