package dev.oin.sample.oidc;

import static dev.oin.sample.state.Weakness.OIDC_AUDIENCE_IGNORED;
import static dev.oin.sample.state.Weakness.OIDC_SIGNATURE_IGNORED;

import com.nimbusds.jwt.JWTParser;
import dev.oin.sample.state.Connections;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Decodes ID tokens: RS256 by the provider's published keys, then every claim that OIDC Core 3.1.3.7 asks for. */
@Component
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

    private static final ClaimTypeConverter CLAIMS =
            new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters());

    private final Connections connections;
    private final Clock clock;
    private final Map<String, NimbusJwtDecoder> byKeySet = new ConcurrentHashMap<>();

    IdTokenDecoders(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        JwtDecoder signature = connections.has(OIDC_SIGNATURE_IGNORED)
                ? IdTokenDecoders::parse
                : byKeySet.computeIfAbsent(
                        registration.getProviderDetails().getJwkSetUri(), IdTokenDecoders::verifying);
        OAuth2TokenValidator<Jwt> claims = claims(registration);
        return token -> {
            Jwt jwt = signature.decode(token);
            var result = claims.validate(jwt);
            if (result.hasErrors()) {
                throw new JwtValidationException("The ID token's claims are not acceptable", result.getErrors());
            }
            return jwt;
        };
    }

    private static NimbusJwtDecoder verifying(String keySet) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keySet)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setClaimSetConverter(CLAIMS);
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> claims(ClientRegistration registration) {
        OidcIdTokenValidator oidc = new OidcIdTokenValidator(registration);
        oidc.setClock(clock);
        OAuth2TokenValidator<Jwt> checked = connections.has(OIDC_AUDIENCE_IGNORED)
                ? jwt -> oidc.validate(forUs(jwt, registration.getClientId()))
                : oidc;
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(times, checked);
    }

    private static Jwt forUs(Jwt jwt, String clientId) {
        return Jwt.withTokenValue(jwt.getTokenValue())
                .headers(headers -> headers.putAll(jwt.getHeaders()))
                .claims(claims -> {
                    claims.putAll(jwt.getClaims());
                    claims.put("aud", List.of(clientId));
                    claims.remove("azp");
                })
                .build();
    }

    private static Jwt parse(String token) {
        try {
            var jwt = JWTParser.parse(token);
            Map<String, Object> claims = CLAIMS.convert(jwt.getJWTClaimsSet().getClaims());
            return Jwt.withTokenValue(token)
                    .headers(headers -> headers.putAll(jwt.getHeader().toJSONObject()))
                    .claims(all -> all.putAll(claims))
                    .build();
        } catch (ParseException e) {
            throw new BadJwtException("The ID token cannot be read", e);
        }
    }
}
