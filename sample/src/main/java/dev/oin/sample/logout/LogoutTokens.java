package dev.oin.sample.logout;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import dev.oin.sample.saml.SamlConnection;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.UsedOnce;
import dev.oin.sample.state.Weakness;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Checks the signed token of a logout call: signature, type, issuer, audience, subject, times, first use. */
@Component
class LogoutTokens {

    private static final String TYPE = "global-token-revocation+jwt";
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Trust trust;
    private final SamlConnection saml;
    private final Connections connections;
    private final UsedOnce used;
    private final Clock clock;
    private final Map<String, JwtDecoder> byKeySet = new ConcurrentHashMap<>();
    private final Map<String, String> firstKeys = new ConcurrentHashMap<>();

    LogoutTokens(Trust trust, SamlConnection saml, Connections connections, UsedOnce used, Clock clock) {
        this.trust = trust;
        this.saml = saml;
        this.connections = connections;
        this.used = used;
        this.clock = clock;
    }

    /** Why the call is not believed; empty when it is. */
    Optional<String> objection(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of("A bearer token is needed");
        }
        Optional<Jwt> token = verified(authorization.substring(7).strip());
        return token.isEmpty()
                ? Optional.of("The token's signature or type is not acceptable")
                : objection(token.get());
    }

    private Optional<String> objection(Jwt token) {
        Instant now = clock.instant();
        Instant end = token.getExpiresAt();
        Instant issued = token.getIssuedAt();
        Instant begin = token.getNotBefore();
        if (!trust.issuer().equals(Optional.ofNullable(token.getClaimAsString("iss")))) {
            return Optional.of("The issuer is not the configured one");
        }
        if (!List.of(trust.audience()).equals(token.getAudience())) {
            return Optional.of("The audience is not " + trust.audience());
        }
        if (trust.subject().isPresent() && !trust.subject().get().equals(token.getSubject())) {
            return Optional.of("The subject is not this application");
        }
        if (end == null || issued == null || !now.isBefore(end.plus(SKEW))) {
            return Optional.of("The token has expired or has no times");
        }
        boolean ahead = issued.isAfter(now.plus(SKEW)) || (begin != null && begin.isAfter(now.plus(SKEW)));
        boolean tooLong = Duration.between(issued, end).compareTo(LONGEST) > 0
                && !connections.has(Weakness.LOGOUT_LONG_LIVED_ACCEPTED);
        if (ahead || tooLong) {
            return Optional.of("The token is not valid yet, or for too long");
        }
        boolean first = token.getId() != null
                && !token.getId().isBlank()
                && used.firstUse("logout " + token.getId(), end.plus(SKEW));
        return first || (token.getId() != null && connections.has(Weakness.LOGOUT_REPLAY_ACCEPTED))
                ? Optional.empty()
                : Optional.of("The token has no jti or was used before");
    }

    private Optional<Jwt> verified(String token) {
        if (connections.has(Weakness.LOGOUT_UNSIGNED_ACCEPTED)) {
            return unverified(token);
        }
        String keySet = trust.keySet();
        List<JwtDecoder> decoders = keySet == null
                ? saml.verificationKeys().stream()
                        .filter(RSAPublicKey.class::isInstance)
                        .map(key -> ready(NimbusJwtDecoder.withPublicKey((RSAPublicKey) key)
                                .jwtProcessorCustomizer(LogoutTokens::typed)
                                .build()))
                        .toList()
                : List.of(byKeySet.computeIfAbsent(
                        keySet,
                        address -> ready(NimbusJwtDecoder.withJwkSetUri(address)
                                .jwtProcessorCustomizer(LogoutTokens::typed)
                                .build())));
        return decoders.stream()
                .flatMap(decoder -> decode(decoder, token).stream())
                .filter(this::isOfFirstKey)
                .findFirst();
    }

    private boolean isOfFirstKey(Jwt token) {
        String issuer = String.valueOf(token.getClaimAsString("iss"));
        String key = String.valueOf(token.getHeaders().get("kid"));
        String first = firstKeys.computeIfAbsent(issuer, unseen -> key);
        return first.equals(key) || !connections.has(Weakness.LOGOUT_LATER_KEYS_REFUSED);
    }

    private static Optional<Jwt> decode(JwtDecoder decoder, String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private static JwtDecoder ready(NimbusJwtDecoder decoder) {
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    private static void typed(ConfigurableJWTProcessor<SecurityContext> processor) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
    }

    private static Optional<Jwt> unverified(String token) {
        try {
            var parsed = JWTParser.parse(token);
            Map<String, Object> claims = MappedJwtClaimSetConverter.withDefaults(Map.of())
                    .convert(parsed.getJWTClaimsSet().getClaims());
            return Optional.of(Jwt.withTokenValue(token)
                    .headers(headers -> headers.putAll(parsed.getHeader().toJSONObject()))
                    .claims(all -> all.putAll(claims))
                    .build());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
