package dev.oin.sample.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An OpenID Provider of the test's own; each claim of its ID tokens can be changed. */
public final class TestOpenIdProvider implements AutoCloseable {

    public static final String CLIENT = "client-1";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;
    private final Map<String, String> lastTokenRequest = new ConcurrentHashMap<>();
    private volatile String nonce = "";
    private volatile boolean signedByStranger;
    private volatile UnaryOperator<JWTClaimsSet.Builder> breakage = UnaryOperator.identity();

    public TestOpenIdProvider() throws IOException, JOSEException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        strangersKey = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/.well-known/openid-configuration", request -> """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","userinfo_endpoint":"%1$s/userinfo","end_session_endpoint":"%1$s/end",
                 "subject_types_supported":["public"],"response_types_supported":["code"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer()));
        answer("/jwks", request -> new JWKSet(key.toPublicJWK()).toString());
        answer("/userinfo", request -> """
                {"sub":"sub-1","email":"jane@acme.example","email_verified":true,"given_name":"Jane","family_name":"Doe"}""");
        answer("/token", this::token);
        server.start();
    }

    private void answer(String path, Function<HttpExchange, String> content) {
        server.createContext(path, exchange -> {
            byte[] body = content.apply(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private String token(HttpExchange exchange) {
        try {
            lastTokenRequest.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            lastTokenRequest.put(
                    "authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            return "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"" + idToken()
                    + "\"}";
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String idToken() throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("sub-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce);
        return sign("JWT", breakage.apply(claims).build(), signedByStranger ? strangersKey : key);
    }

    public String sign(String type, JWTClaimsSet claims) throws JOSEException {
        return sign(type, claims, key);
    }

    private static String sign(String type, JWTClaimsSet claims, RSAKey with) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(with.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        jwt.sign(new RSASSASigner(with));
        return jwt.serialize();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void expect(String nextNonce) {
        nonce = nextNonce;
    }

    void breakNext(UnaryOperator<JWTClaimsSet.Builder> how) {
        breakage = how;
    }

    void signByStranger(boolean stranger) {
        signedByStranger = stranger;
    }

    String lastTokenRequest(String part) {
        return lastTokenRequest.get(part);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
