package dev.oin.web.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.oin.account.StaffOidcProperties;
import dev.oin.account.StaffSingleSignOn;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Staff's way in by the team's OpenID provider: authorization code with PKCE, state and nonce; there only where a provider is configured. */
@Component
class StaffDoor {

    private final StaffProvider provider;
    private final StaffSingleSignOn signOn;
    private final StaffOidcProperties properties;
    private final ProviderSessions sessions;
    private final ProviderCalls calls;
    private final Map<ClientRegistration, JwtDecoder> decoders = new ConcurrentHashMap<>();

    StaffDoor(
            StaffProvider provider,
            StaffSingleSignOn signOn,
            StaffOidcProperties properties,
            ProviderSessions sessions,
            ProviderCalls calls) {
        this.calls = calls;
        this.provider = provider;
        this.signOn = signOn;
        this.properties = properties;
        this.sessions = sessions;
    }

    void addTo(HttpSecurity http, CsrfTokenRepository csrf, RequestCache pages) {
        if (provider.isOn()) {
            var refusals = new StaffRefusals();
            http.addFilterBefore(begin(refusals), UsernamePasswordAuthenticationFilter.class);
            http.addFilterBefore(answer(refusals, csrf, pages), UsernamePasswordAuthenticationFilter.class);
            http.addFilterBefore(new StaffSessionLimit(sessions), AnonymousAuthenticationFilter.class);
        }
    }

    private OAuth2AuthorizationRequestRedirectFilter begin(StaffRefusals refusals) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider::find, "/sign-in");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var filter = new OAuth2AuthorizationRequestRedirectFilter(resolver);
        filter.setAuthorizationRequestRepository(new HttpSessionOAuth2AuthorizationRequestRepository());
        filter.setAuthenticationFailureHandler(refusals);
        return filter;
    }

    private StaffSignInFilter answer(StaffRefusals refusals, CsrfTokenRepository csrf, RequestCache pages) {
        var filter = new StaffSignInFilter(provider, new HttpSessionOAuth2AuthorizationRequestRepository());
        filter.setAuthenticationManager(new StaffAtProvider(checks(), signOn, properties, sessions));
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrf))));
        var next = new SavedRequestAwareAuthenticationSuccessHandler();
        next.setRequestCache(pages);
        filter.setAuthenticationSuccessHandler(next);
        filter.setAuthenticationFailureHandler(refusals);
        return filter;
    }

    /** Redeems the code and checks the ID token: signature, issuer, audience, time and nonce. */
    private AuthenticationProvider checks() {
        var checks =
                new OidcAuthorizationCodeAuthenticationProvider(calls::tokens, new ProviderUsers(calls, properties));
        checks.setJwtDecoderFactory(registration -> decoders.computeIfAbsent(registration, this::decoder));
        return checks;
    }

    /** For tokens signed with a key pair: no token proves itself with a secret that the product knows, or with none. */
    private JwtDecoder decoder(ClientRegistration registration) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, keys(registration)));
        // Time, issuer and audience are judged below, with an allowance for clocks that differ.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /** Kept for some minutes, and asked for anew when a token names a key that is not among them. */
    private JWKSource<SecurityContext> keys(ClientRegistration registration) {
        var address = URI.create(registration.getProviderDetails().getJwkSetUri());
        try {
            return JWKSourceBuilder.create(address.toURL(), where -> calls.keys(address))
                    .build();
        } catch (MalformedURLException wrong) {
            throw new IllegalStateException("The provider's jwks_uri is no address: " + address, wrong);
        }
    }
}
