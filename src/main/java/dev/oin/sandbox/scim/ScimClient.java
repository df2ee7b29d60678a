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
import dev.oin.sandbox.scim.ScimReply.Answer;
import dev.oin.vault.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Speaks SCIM 2.0 (RFC 7644) with one server. */
public final class ScimClient {

    /** The media type of requests and answers. */
    public static final String MEDIA_TYPE = "application/scim+json";

    private static final String AUTHORIZATION = "Authorization";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String IF_MATCH = "If-Match";
    private static final String USER_AGENT = "OIN SCIM client";

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final ScimServer server;
    private final Capture capture;
    private final Patience patience;
    private final List<String> retries = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();
    private boolean versionsWanted;
    private boolean down;

    public ScimClient(GuardedHttp http, ObjectMapper json, ScimServer server, Capture capture) {
        this(http, json, server, capture, Patience.USUAL);
    }

    public ScimClient(GuardedHttp http, ObjectMapper json, ScimServer server, Capture capture, Patience patience) {
        this.patience = patience;
        this.http = http;
        this.json = json;
        this.server = server;
        this.capture = exchange -> {
            times.add(exchange.took());
            capture.saw(exchange);
        };
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
     * Sends the body as it is, with the headers of a provisioning client unless they are changed. The call is made again with other credentials where there are some and
     * the server's own are refused, after the time that a busy server asks for or a short one, with the resource's version where the server changes nothing without, and where the
     * server says that it has moved.
     */
    public ScimReply send(String method, String path, @Nullable String body, UnaryOperator<Call> change) {
        var call = Call.of(method, server.at(path))
                .with(AUTHORIZATION, server.authorization().reveal())
                .with("Accept", MEDIA_TYPE)
                .with("Accept-Charset", "utf-8")
                .with("User-Agent", USER_AGENT);
        var typed = method.equals("DELETE") ? call : call.with(CONTENT_TYPE, MEDIA_TYPE + "; charset=utf-8");
        var complete = change.apply(body == null ? typed : typed.body(body));
        var reply = moved(complete, inTime(complete));
        var wantsVersion = reply instanceof Answer answer && wantsVersion(complete, answer);
        versionsWanted |= wantsVersion;
        return wantsVersion
                ? version(complete)
                        .map(version -> inTime(complete.with(IF_MATCH, version)))
                        .orElse(reply)
                : reply;
    }

    private ScimReply inTime(Call call) {
        var waits = patience.begin();
        var reply = admitted(call);
        while (reply instanceof Answer answer && Patience.isBusy(answer)) {
            if (Patience.asksToComeBack(answer)) {
                retries.add(answer.header("Retry-After").orElse(""));
            } else if (down) {
                break;
            }
            if (!waits.until(answer)) {
                break;
            }
            reply = admitted(call);
        }
        down = isDown(reply);
        return reply;
    }

    /** A server that stays so is not waited for again before it has answered otherwise. */
    private static boolean isDown(ScimReply reply) {
        return reply instanceof Answer answer && Patience.isBusy(answer) && !Patience.asksToComeBack(answer);
    }

    private ScimReply admitted(Call call) {
        var authorization = server.authorization();
        var reply = http.send(call, capture);
        var again = isRefused(reply) && carries(call, authorization)
                ? server.access().renewed(authorization)
                : Optional.<Secret>empty();
        return read(again.map(renewed -> http.send(carrying(call, renewed), capture))
                .orElse(reply));
    }

    /** Same request, other place (RFC 7644, section 3.12); never to another host, for the credentials go along. */
    private ScimReply moved(Call call, ScimReply reply) {
        return reply instanceof Answer answer && (answer.status() == 307 || answer.status() == 308)
                ? answer.header("Location")
                        .flatMap(location -> server.resolved(call.url(), location))
                        .map(place -> inTime(new Call(
                                call.method(), place, call.headers(), call.body(), call.timeout(), call.redirects())))
                        .orElse(reply)
                : reply;
    }

    private static boolean wantsVersion(Call call, Answer answer) {
        return (answer.status() == 428 || answer.status() == 412)
                && Set.of("PUT", "PATCH", "DELETE").contains(call.method())
                && call.headers().stream().noneMatch(header -> header.name().equals(IF_MATCH));
    }

    private Optional<String> version(Call call) {
        var headers = call.headers().stream()
                .filter(header -> !header.name().equals(CONTENT_TYPE))
                .toList();
        var read = inTime(new Call("GET", call.url(), headers, null, call.timeout(), call.redirects()));
        return read instanceof Answer answer && answer.isSuccess()
                ? answer.header("ETag")
                        .or(() -> Optional.of(answer.at("$.meta.version").asText("")))
                        .filter(version -> !version.isBlank())
                : Optional.empty();
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
            return text.isBlank() ? MissingNode.getInstance() : ScimNames.standard(json.readTree(text));
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** When the server wanted the client back that came too often, in the words of its Retry-After headers; empty where one was missing. */
    public List<String> retries() {
        return List.copyOf(retries);
    }

    /** How long each exchange took, answered or not, without the waiting between them. */
    public List<Duration> times() {
        return List.copyOf(times);
    }

    /** Whether the server refused a change because the version was not named. */
    public boolean versionsWanted() {
        return versionsWanted;
    }

    /** The query that looks for a user name, percent-encoded. */
    public static String usersNamed(String userName) {
        return "/Users?filter=" + encoded("userName eq " + quoted(userName));
    }

    /** A value as filters and paths write it (RFC 7644, section 3.4.2.2). */
    public static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A value as part of a path or query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
