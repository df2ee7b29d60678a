package dev.oin.web.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.web.util.UriComponentsBuilder;

/** An OpenID provider: discovery, codes bound to PKCE and to the client, ID tokens, keys, user info; with flaws where a test wants them. */
final class SmallProvider implements AutoCloseable {

    static final String CLIENT = "oin";
    static final String SECRET = "a secret of thirty-two characters";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;
    private final Map<String, Grant> grants = new HashMap<>();

    private Map<String, Object> person = Map.of();
    private Map<String, Object> userInfo = Map.of();
    private Consumer<JWTClaimsSet.Builder> flaw = claims -> {};
    private Signing signing = Signing.OWN_KEY;

    /** How ID tokens are signed. */
    enum Signing {
        OWN_KEY,
        STRANGERS_KEY,
        CLIENTS_SECRET,
        NOT_AT_ALL
    }

    private record Grant(String nonce, String challenge, String redirect, Map<String, Object> person) {}

    SmallProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            strangersKey = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/.well-known/openid-configuration", call -> json(call, 200, description()));
        server.createContext("/keys", call -> json(call, 200, new JWKSet(key).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/me", call -> json(call, 200, userInfo));
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who sits in front of the provider from now on; without flaws. */
    void signedIn(Map<String, Object> claims) {
        person = claims;
        userInfo = claims;
        flaw = builder -> {};
        signing = Signing.OWN_KEY;
    }

    /** What is said about whoever is signed in, beside the token. */
    void saysOfUser(Map<String, Object> claims) {
        userInfo = claims;
    }

    /** The next tokens are not what they should be. */
    void with(Consumer<JWTClaimsSet.Builder> wrong) {
        flaw = wrong;
    }

    void signingWith(Signing how) {
        signing = how;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "userinfo_endpoint", issuer() + "/me",
                "end_session_endpoint", issuer() + "/end",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void authorize(HttpExchange call) throws IOException {
        var asked = query(call.getRequestURI());
        var code = UUID.randomUUID().toString();
        grants.put(code, new Grant(asked.get("nonce"), asked.get("code_challenge"), asked.get("redirect_uri"), person));
        var back = UriComponentsBuilder.fromUriString(asked.get("redirect_uri"))
                .queryParam("code", code)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(asked.get("state"))
                .toUriString();
        call.getResponseHeaders().add("Location", back);
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        var form = query(URI.create("/?" + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var grant = grants.remove(String.valueOf(form.get("code")));
        var basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes());
        if (grant == null
                || !basic.equals(call.getRequestHeaders().getFirst("Authorization"))
                || !grant.redirect().equals(form.get("redirect_uri"))
                || !grant.challenge().equals(sha256(String.valueOf(form.get("code_verifier"))))) {
            json(call, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(
                call,
                200,
                Map.of(
                        "access_token",
                        UUID.randomUUID().toString(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        idToken(grant)));
    }

    private String idToken(Grant grant) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", grant.nonce());
        grant.person().forEach(claims::claim);
        flaw.accept(claims);
        try {
            return signed(claims.build());
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        return switch (signing) {
            case NOT_AT_ALL -> new PlainJWT(claims).serialize();
            case CLIENTS_SECRET -> {
                var token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
                token.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
                yield token.serialize();
            }
            case OWN_KEY, STRANGERS_KEY -> {
                var token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
                token.sign(new RSASSASigner(signing == Signing.OWN_KEY ? key : strangersKey));
                yield token.serialize();
            }
        };
    }

    private static Map<String, String> query(URI uri) {
        var parameters = new HashMap<String, String>();
        UriComponentsBuilder.fromUri(uri)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        name, java.net.URLDecoder.decode(String.valueOf(values.getFirst()), StandardCharsets.UTF_8)));
        return parameters;
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void json(HttpExchange call, int status, Map<String, ?> body) throws IOException {
        try {
            var bytes = new ObjectMapper().writeValueAsBytes(body);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            call.close();
        }
    }
}
