package dev.oin.sample.saml;

import dev.oin.sample.Addresses;
import dev.oin.sample.LocalPath;
import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.saml2.Saml2LoginConfigurer;
import org.springframework.security.saml2.core.Saml2Error;
import org.springframework.security.saml2.core.Saml2ErrorCodes;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationException;
import org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationToken;
import org.springframework.security.saml2.provider.service.metadata.OpenSaml4MetadataResolver;
import org.springframework.security.saml2.provider.service.registration.RelyingPartyRegistration;
import org.springframework.security.saml2.provider.service.web.authentication.OpenSaml4AuthenticationRequestResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Where SAML meets HTTP: the request we send, the answer we read, our metadata. */
@Component
public class SamlWeb {

    private static final Pattern ISSUER = Pattern.compile("<(?:\\w+:)?Issuer[^>]*>([^<]+)<");

    private final SamlConnection connection;
    private final Connections connections;
    private final Addresses addresses;
    private final PendingRequests pending;
    private final SamlSignIn signIn;
    private final OpenSaml4MetadataResolver metadata = new OpenSaml4MetadataResolver();

    SamlWeb(
            SamlConnection connection,
            Connections connections,
            Addresses addresses,
            PendingRequests pending,
            SamlSignIn signIn) {
        this.connection = connection;
        this.connections = connections;
        this.addresses = addresses;
        this.pending = pending;
        this.signIn = signIn;
    }

    public void configure(Saml2LoginConfigurer<HttpSecurity> saml) {
        var requests = new OpenSaml4AuthenticationRequestResolver(
                (request, id) -> connection.current().orElse(null));
        requests.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/saml/login"));
        requests.setAuthnRequestCustomizer(asked -> {
            Connection.Saml connected = connections.current().saml();
            if (connected != null && connected.forcesSignIn()) {
                asked.getAuthnRequest().setForceAuthn(true);
            }
        });
        requests.setRelayStateResolver(
                request -> LocalPath.of(request.getParameter("to")).orElse(null));
        saml.relyingPartyRegistrationRepository(connection)
                .loginProcessingUrl("/saml/acs/**")
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
        String xml = decode(encoded);
        return tenant(xml)
                .map(registration -> new Saml2AuthenticationToken(
                        at(request, registration), xml, pending.loadAuthenticationRequest(request)))
                .orElse(null);
    }

    /** The tenant whose identity provider says that it answered; whether that is true is checked later. */
    private Optional<RelyingPartyRegistration> tenant(String xml) {
        Matcher issuer = ISSUER.matcher(xml);
        return issuer.find() && connection.isSecondIssuer(issuer.group(1)) ? connection.second() : connection.current();
    }

    /** With the address at which the response has arrived, which it must name. */
    private RelyingPartyRegistration at(HttpServletRequest request, RelyingPartyRegistration registration) {
        return request.getRequestURI().equals("/saml/acs/second") && !connections.has(Weakness.SAML_ONE_ACS)
                ? registration
                        .mutate()
                        .assertionConsumerServiceLocation(addresses.secondSamlAcs())
                        .build()
                : registration;
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
