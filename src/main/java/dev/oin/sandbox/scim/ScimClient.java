package dev.oin.sandbox.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.oin.egress.Call;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Header;
import dev.oin.egress.Reply;
import dev.oin.vault.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Speaks SCIM 2.0 (RFC 7644) with one server. */
public final class ScimClient {

    /** The media type of requests and answers. */
    public static final String MEDIA_TYPE = "application/scim+json";

    private static final String AUTHORIZATION = "Authorization";
    private static final String USER_AGENT = "OIN SCIM client";

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimServer server;
    private final Capture capture;

    public ScimClient(GuardedHttp http, ObjectMapper json, ScimServer server, Capture capture) {
        this.http = http;
        this.json = json;
        this.server = server;
        this.capture = capture;
    }

    /** Reads what is at the path. */
    public ScimReply get(String path) {
        return send("GET", path, null);
    }

    /** Creates. */
    public ScimReply post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    /** Replaces. */
    public ScimReply put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    /** Changes parts. */
    public ScimReply patch(String path, JsonNode body) {
        return send("PATCH", path, body);
    }

    /** Deletes. */
    public ScimReply delete(String path) {
        return send("DELETE", path, null);
    }

    private ScimReply send(String method, String path, @Nullable JsonNode body) {
        return send(method, path, body == null ? null : body.toString(), UnaryOperator.identity());
    }

    /**
     * Sends the body as it is, with the headers of a provisioning client unless they are changed. Where the server's own credentials are refused and there are others,
     * the call is made once more with them.
     */
    public ScimReply send(String method, String path, @Nullable String body, UnaryOperator<Call> change) {
        var authorization = server.authorization();
        var call = Call.of(method, server.at(path))
                .with(AUTHORIZATION, authorization.reveal())
                .with("Accept", MEDIA_TYPE)
                .with("Accept-Charset", "utf-8")
                .with("Content-Type", MEDIA_TYPE + "; charset=utf-8")
                .with("User-Agent", USER_AGENT);
        var complete = change.apply(body == null ? call : call.body(body));
        var reply = http.send(complete, capture);
        var again = isRefused(reply) && carries(complete, authorization)
                ? server.access().renewed(authorization)
                : Optional.<Secret>empty();
        return read(again.map(renewed -> http.send(carrying(complete, renewed), capture))
                .orElse(reply));
    }

    private static boolean isRefused(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.status() == 401;
    }

    private static boolean carries(Call call, Secret authorization) {
        return call.headers().contains(new Header(AUTHORIZATION, authorization.reveal()));
    }

    private static Call carrying(Call call, Secret authorization) {
        var headers = call.headers().stream()
                .map(header -> header.name().equals(AUTHORIZATION)
                        ? new Header(AUTHORIZATION, authorization.reveal())
                        : header)
                .toList();
        return new Call(call.method(), call.url(), headers, call.body(), call.timeout(), call.redirects());
    }

    private ScimReply read(Reply reply) {
        return switch (reply) {
            case Reply.Refused(var reason) -> new ScimReply.Silence(reason, true);
            case Reply.Unreachable(var reason, var late) -> new ScimReply.Silence(reason, false);
            case Reply.Answered answered ->
                new ScimReply.Answer(
                        answered.status(),
                        answered.headers(),
                        parsed(answered.text()),
                        answered.text(),
                        answered.took());
        };
    }

    private JsonNode parsed(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : json.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The query that looks for a user name, percent-encoded. */
    public static String usersNamed(String userName) {
        var quoted = userName.replace("\\", "\\\\").replace("\"", "\\\"");
        return "/Users?filter=" + encoded("userName eq \"" + quoted + "\"");
    }

    /** A value as part of a path or query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
