package dev.oin.sandbox.scim;

import com.sun.net.httpserver.HttpExchange;
import dev.oin.egress.LoopbackServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A token endpoint and a list of users behind it, for one client. */
public final class OauthServer implements AutoCloseable {

    public static final String CLIENT = "oin client";
    public static final String SECRET = "s3cret:canary%";
    private static final String EMPTY_LIST =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":0,\"startIndex\":1,\"itemsPerPage\":0,\"Resources\":[]}";

    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final List<String> live = new ArrayList<>();
    private final LoopbackServer server = LoopbackServer.answering(this::answer);
    private String challenge = "";
    private int lifetime = 3600;
    private boolean takesBasic = true;
    private boolean refreshes = true;
    private int issued;

    public String url(String path) {
        return server.url(path).toString();
    }

    /** The challenge of the page that the person was sent to. */
    public void expect(String codeChallenge) {
        challenge = codeChallenge;
    }

    public void issueFor(int seconds) {
        lifetime = seconds;
    }

    public void takeSecretsInTheFormOnly() {
        takesBasic = false;
    }

    public synchronized void revokeAccess() {
        live.clear();
    }

    public synchronized void revokeAll() {
        live.clear();
        refreshes = false;
    }

    /** The forms that the token endpoint was asked with. */
    public List<Map<String, String>> asked() {
        return asked;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (exchange.getRequestURI().getPath().equals("/token")) {
            token(exchange);
        } else {
            users(exchange);
        }
    }

    private void users(HttpExchange exchange) throws IOException {
        var shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (live.contains(shown.replaceFirst("^Bearer ", ""))) {
            LoopbackServer.send(exchange, 200, EMPTY_LIST);
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            LoopbackServer.send(exchange, 401, "{\"detail\":\"No\",\"status\":\"401\"}");
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form = Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
        asked.add(form);
        if (!isClient(exchange, form)) {
            LoopbackServer.send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (isGranted(form)) {
            issued++;
            live.add("access-canary-" + issued);
            LoopbackServer.send(
                    exchange,
                    200,
                    "{\"access_token\":\"access-canary-%d\",\"token_type\":\"bearer\",\"expires_in\":%d,\"refresh_token\":\"refresh-canary-%d\"}"
                            .formatted(issued, lifetime, issued));
        } else {
            LoopbackServer.send(
                    exchange, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"<b>Bad</b> grant\"}");
        }
    }

    private boolean isGranted(Map<String, String> form) {
        return switch (form.get("grant_type")) {
            case "authorization_code" ->
                form.get("code").equals("right")
                        && AuthorizeScim.challenge(form.get("code_verifier")).equals(challenge);
            case "refresh_token" -> refreshes && form.get("refresh_token").equals("refresh-canary-" + issued);
            default -> false;
        };
    }

    private boolean isClient(HttpExchange exchange, Map<String, String> form) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
        }
        var pair = new String(Base64.getDecoder().decode(header.replaceFirst("^Basic ", "")), StandardCharsets.UTF_8)
                .split(":", 2);
        return takesBasic && decoded(pair[0]).equals(CLIENT) && decoded(pair[1]).equals(SECRET);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
