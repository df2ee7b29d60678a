package dev.oin.sample.saml;

import dev.oin.sample.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.saml2.Saml2LoginConfigurer;
import org.springframework.security.saml2.core.Saml2Error;
import org.springframework.security.saml2.core.Saml2ErrorCodes;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationException;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationToken;
import org.springframework.security.saml2.provider.service.metadata.OpenSaml4MetadataResolver;
import org.springframework.security.saml2.provider.service.web.authentication.OpenSaml4AuthenticationRequestResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Where SAML meets HTTP: the request we send, the answer we read, our metadata. */
@Component
public class SamlWeb {

    private final SamlConnection connection;
    private final PendingRequests pending;
    private final SamlSignIn signIn;
    private final OpenSaml4MetadataResolver metadata = new OpenSaml4MetadataResolver();

    SamlWeb(SamlConnection connection, PendingRequests pending, SamlSignIn signIn) {
        this.connection = connection;
        this.pending = pending;
        this.signIn = signIn;
    }

    public void configure(Saml2LoginConfigurer<HttpSecurity> saml) {
        var requests = new OpenSaml4AuthenticationRequestResolver(
                (request, id) -> connection.current().orElse(null));
        requests.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/saml/login"));
        requests.setRelayStateResolver(
                request -> LocalPath.of(request.getParameter("to")).orElse(null));
        saml.relyingPartyRegistrationRepository(connection)
                .loginProcessingUrl("/saml/acs")
                .authenticationRequestResolver(requests)
                .authenticationConverter(this::read)
                .authenticationManager(signIn::authenticate);
    }

    public String metadata() {
        return metadata.resolve(connection.orUnconnected());
    }

    private @Nullable Saml2AuthenticationToken read(HttpServletRequest request) {
        String encoded = request.getParameter("SAMLResponse");
        if (encoded == null || !"POST".equals(request.getMethod()) || request.getQueryString() != null) {
            throw new Saml2AuthenticationException(new Saml2Error(
                    Saml2ErrorCodes.INVALID_RESPONSE, "A SAML response must arrive by the POST binding"));
        }
        return connection
                .current()
                .map(registration -> new Saml2AuthenticationToken(
                        registration, decode(encoded), pending.loadAuthenticationRequest(request)))
                .orElse(null);
    }

    private static String decode(String encoded) {
        try {
            byte[] xml = Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
            return new String(xml, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Saml2AuthenticationException(
                    new Saml2Error(Saml2ErrorCodes.INVALID_RESPONSE, "The SAML response is not base64"), e);
        }
    }
}
