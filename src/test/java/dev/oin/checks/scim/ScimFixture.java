package dev.oin.checks.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.oin.egress.LoopbackServer;
import dev.oin.sandbox.scim.ScimServer;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A sound little SCIM server with one user, or one with exactly one planted weakness. */
final class ScimFixture implements AutoCloseable {

    static final String TOKEN = "fixture-token-123";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    /** What is wrong with it. */
    enum Weakness {
        NONE,
        LIST_WITHOUT_SCHEMA,
        NUMBERS_AS_TEXT,
        NO_MATCH_IS_404,
        FILTER_IGNORED,
        ERRORS_WITHOUT_SCHEMA,
        ERRORS_WITHOUT_DETAIL,
        UNKNOWN_ID_IS_EMPTY_200,
        CREATE_ANSWERS_200,
        CREATE_ANSWERS_NOTHING,
        CREATE_LOSES_THE_FAMILY_NAME,
        DUPLICATES_ACCEPTED,
        NO_AUTHENTICATION,
        ACTIVE_NOT_SHOWN,
        NO_GROUPS,
        UPDATES_LOST,
        DEACTIVATION_LOST,
        DEACTIVATED_IS_GONE,
        NO_PATCH,
        CHANGES_ARRIVE_LATE,
        GROUPS_LOSE_MEMBERS,
        GROUP_REMOVAL_LOST,
        GROUP_RENAME_LOST,
        GROUP_DELETE_LOST,
        GROUP_DELETE_TAKES_MEMBERS,
        ENTITLEMENTS_NOT_NAMED,
        LICENSES_ARE_404,
        ROLES_EMPTY,
        ENTITLEMENT_LISTS_WITHOUT_SCHEMA,
        ENTITLEMENT_NUMBERS_AS_TEXT,
        ENTITLEMENT_COUNT_IGNORED,
        ENTITLEMENT_ID_TWICE,
        ENTITLEMENT_WITHOUT_NAME,
        ENTITLEMENT_DESCRIPTION_TOO_LONG,
        ENTITLEMENT_WITHOUT_TYPE,
        ENTITLEMENT_PAGES_OVERLAP,
        GRANT_LOST,
        GRANT_TAKES_OTHERS_AWAY,
        REVOCATION_LOST,
        REVOCATION_TAKES_ALL,
        REQUIRED_NOT_ENFORCED,
        TWO_WHERE_ONE_IS_ALLOWED,
        UNKNOWN_ENTITLEMENT_ACCEPTED,
        READ_ONLY_REFUSED,
        GROUP_CHANGES_REFUSED,
        REQUIRED_ATTRIBUTE_CAN_GO,
        CREATE_FAILS_AT_FIRST,
        ERRORS_NAME_CLASSES,
        LEADS_TO_A_PAGE,
        ANSWERS_WITH_A_PAGE
    }

    /** What is unusual about it, and right (RFC 7643, RFC 7644). */
    enum Habit {
        NONE,
        NAMES_IN_OTHER_LETTERS,
        ODD_IDS,
        BUSY,
        WANTS_VERSIONS,
        MOVED,
        SHOWS_LATE,
        MEMBERS_BY_REFERENCE,
        MARKS_THE_BYTE_ORDER,
        SHOWS_CHANGES_LATE,
        KEEPS_NO_TYPES
    }

    private final Weakness weakness;
    private final Habit habit;
    private final Map<String, Integer> hidden = new LinkedHashMap<>();
    private final Map<String, ObjectNode> former = new LinkedHashMap<>();
    private final @Nullable EntitlementFixture entitlements;
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
    private final AtomicInteger next = new AtomicInteger(100);
    private final AtomicInteger looks = new AtomicInteger();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private final LoopbackServer server = LoopbackServer.answering(this::answer);

    ScimFixture(Weakness weakness) {
        this(weakness, Habit.NONE, null);
    }

    ScimFixture(Habit habit) {
        this(Weakness.NONE, habit, null);
    }

    /** With roles and entitlements. */
    static ScimFixture withEntitlements(Weakness weakness) {
        return new ScimFixture(weakness, Habit.NONE, new EntitlementFixture(weakness));
    }

    private ScimFixture(Weakness weakness, Habit habit, @Nullable EntitlementFixture entitlements) {
        this.weakness = weakness;
        this.habit = habit;
        this.entitlements = entitlements;
        store(user("jo@app.example.com", "Jo", "Doe"));
        hidden.clear();
    }

    ScimServer scimServer() {
        return ScimServer.of(server.url("/scim/v2/").toString(), AuthMode.BEARER, new Secret(TOKEN));
    }

    List<String> calls() {
        return calls;
    }

    Map<String, ObjectNode> users() {
        return users;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        if (isHeldUp(exchange)) {
            return;
        }
        var path = exchange.getRequestURI().getPath().replaceFirst("^/scim/v[23]", "");
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        calls.add(exchange.getRequestMethod()
                + ' '
                + path
                + (query.isEmpty() ? "" : '?' + URLDecoder.decode(query, StandardCharsets.UTF_8)));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!is(Weakness.NO_AUTHENTICATION)
                && !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            error(exchange, 401, "The token is not valid");
        } else if (entitlements != null && entitlements.serves(path)) {
            send(exchange, 200, entitlements.list(path, query));
        } else if (entitlements != null && !path.startsWith("/Users") && !path.startsWith("/Groups")) {
            error(exchange, 404, "There is nothing here");
        } else if (path.startsWith("/Groups") && !is(Weakness.NO_GROUPS)) {
            groups(
                    exchange,
                    path.replaceFirst("/Groups/?", ""),
                    URLDecoder.decode(query, StandardCharsets.UTF_8),
                    body);
        } else if (path.equals("/Users") || path.equals("/Groups")) {
            collection(exchange, path, URLDecoder.decode(query, StandardCharsets.UTF_8), body);
        } else {
            single(exchange, path.substring("/Users/".length()), body);
        }
    }

    /** Whether it asks everybody to come back in an hour. */
    void closed(boolean now) {
        closed = now;
    }

    private boolean isHeldUp(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestURI().toString();
        var headers = exchange.getResponseHeaders();
        if (closed) {
            headers.add("Retry-After", "3600");
            error(exchange, 503, "Closed for an hour");
            return true;
        }
        if (is(Weakness.LEADS_TO_A_PAGE)) {
            headers.add("Location", "/sign-in");
            LoopbackServer.send(exchange, 302, "");
            return true;
        }
        if (is(Weakness.ANSWERS_WITH_A_PAGE)) {
            LoopbackServer.send(exchange, 200, "<html>Sign in</html>");
            return true;
        }
        if (habit == Habit.BUSY && looks.incrementAndGet() % 3 == 0) {
            headers.add("Retry-After", "0");
            error(exchange, 429, "Come back later");
            return true;
        }
        if (habit == Habit.MOVED && !request.startsWith("/scim/v3")) {
            headers.add("Location", request.replace("/scim/v2", "/scim/v3"));
            error(exchange, 308, "Moved");
            return true;
        }
        headers.add("ETag", "W/\"1\"");
        if (habit == Habit.WANTS_VERSIONS
                && List.of("PUT", "PATCH", "DELETE").contains(exchange.getRequestMethod())
                && !"W/\"1\"".equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            error(exchange, 428, "If-Match is missing");
            return true;
        }
        return false;
    }

    private void collection(HttpExchange exchange, String path, String query, String body) throws IOException {
        if (path.equals("/Groups")) {
            if (is(Weakness.NO_GROUPS)) {
                error(exchange, 404, "Not here");
            } else {
                list(exchange, List.of());
            }
        } else if (exchange.getRequestMethod().equals("POST")) {
            create(exchange, (ObjectNode) JSON.readTree(body));
        } else {
            find(exchange, query);
        }
    }

    private void groups(HttpExchange exchange, String id, String query, String body) throws IOException {
        var group = groups.get(id);
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                var made = (ObjectNode) JSON.readTree(body);
                made.put("id", "g" + next.incrementAndGet());
                if (is(Weakness.GROUPS_LOSE_MEMBERS)) {
                    made.putArray("members");
                }
                groups.put(made.path("id").asText(), made);
                send(exchange, 201, made);
            }
            case "PATCH" -> {
                if (is(Weakness.GROUP_CHANGES_REFUSED)) {
                    error(exchange, 400, "members need a $ref");
                    return;
                }
                patchGroup(group, JSON.readTree(body).path("Operations").path(0));
                send(exchange, 204, null);
            }
            case "DELETE" -> {
                if (!is(Weakness.GROUP_DELETE_LOST)) {
                    groups.remove(id);
                }
                if (is(Weakness.GROUP_DELETE_TAKES_MEMBERS)) {
                    users.keySet().removeIf(user -> !user.equals("u101"));
                }
                send(exchange, 204, null);
            }
            default -> {
                if (id.isEmpty()) {
                    var name = query.replaceAll(".*\"(.*)\".*", "$1");
                    list(
                            exchange,
                            groups.values().stream()
                                    .filter(one -> !query.startsWith("filter=")
                                            || one.path("displayName").asText().equals(name))
                                    .toList());
                } else if (group == null) {
                    error(exchange, 404, "There is no such group");
                } else {
                    send(exchange, 200, shownGroup(group));
                }
            }
        }
    }

    private ObjectNode shownGroup(ObjectNode group) {
        var copy = group.deepCopy();
        if (habit == Habit.MEMBERS_BY_REFERENCE) {
            copy.path("members")
                    .forEach(member -> ((ObjectNode) member)
                            .put(
                                    "$ref",
                                    "https://app.example.com/Users/"
                                            + member.path("value").asText())
                            .remove("value"));
        }
        if (is(Weakness.GROUP_CHANGES_REFUSED)) {
            copy.remove("members");
        }
        return copy;
    }

    private void patchGroup(ObjectNode group, JsonNode operation) {
        switch (operation.path("op").asText()) {
            case "remove" -> {
                if (!is(Weakness.GROUP_REMOVAL_LOST)) {
                    group.putArray("members");
                }
            }
            case "replace" -> {
                if (!is(Weakness.GROUP_RENAME_LOST)) {
                    group.put("displayName", operation.at("/value/displayName").asText());
                }
            }
            default ->
                group.withArrayProperty("members")
                        .addAll((com.fasterxml.jackson.databind.node.ArrayNode) operation.path("value"));
        }
    }

    Map<String, ObjectNode> groups() {
        return groups;
    }

    private void find(HttpExchange exchange, String query) throws IOException {
        if (!query.startsWith("filter=") || is(Weakness.FILTER_IGNORED)) {
            list(exchange, users.values().stream().limit(1).toList());
            return;
        }
        var name = query.replaceAll(".*\"(.*)\".*", "$1");
        var found = users.values().stream()
                .filter(this::isShown)
                .filter(user -> user.path(query.startsWith("filter=externalId") ? "externalId" : "userName")
                        .asText()
                        .equalsIgnoreCase(name))
                .toList();
        if (found.isEmpty() && is(Weakness.NO_MATCH_IS_404)) {
            error(exchange, 404, "No match");
        } else {
            list(exchange, found);
        }
    }

    private void create(HttpExchange exchange, ObjectNode sent) throws IOException {
        boolean taken = users.values().stream()
                .anyMatch(user -> hidden.getOrDefault(user.path("id").asText(), 0) <= 0
                        && user.path("userName")
                                .asText()
                                .equalsIgnoreCase(sent.path("userName").asText()));
        if (taken && !is(Weakness.DUPLICATES_ACCEPTED)) {
            error(exchange, 409, "That user name is taken");
            return;
        }
        if (sent.has("USERNAME")) {
            sent.set("userName", sent.remove("USERNAME"));
        }
        if (is(Weakness.REQUIRED_ATTRIBUTE_CAN_GO) && users.values().stream().anyMatch(user -> !user.has("userName"))) {
            error(exchange, 500, "Somebody has no user name");
            return;
        }
        if (is(Weakness.CREATE_FAILS_AT_FIRST) && looks.incrementAndGet() == 1) {
            error(exchange, 500, "Not now");
            return;
        }
        if (is(Weakness.READ_ONLY_REFUSED) && (sent.has("groups") || sent.has("id"))) {
            error(exchange, 400, "Attribute groups is read-only");
            return;
        }
        var refusal = entitlements == null ? null : entitlements.refusal(sent);
        if (refusal != null) {
            error(exchange, 400, refusal);
            return;
        }
        sent.remove("password");
        if (is(Weakness.CREATE_LOSES_THE_FAMILY_NAME)) {
            ((ObjectNode) sent.path("name")).remove("familyName");
        }
        store(sent);
        send(
                exchange,
                is(Weakness.CREATE_ANSWERS_200) ? 200 : 201,
                is(Weakness.CREATE_ANSWERS_NOTHING) ? null : shown(sent));
    }

    private void single(HttpExchange exchange, String id, String body) throws IOException {
        var user = users.get(id);
        if (user == null || !isShown(user)) {
            if (is(Weakness.UNKNOWN_ID_IS_EMPTY_200)) {
                send(exchange, 200, JSON.createObjectNode());
            } else {
                error(exchange, 404, "There is no such user");
            }
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" ->
                send(
                        exchange,
                        200,
                        shown(
                                is(Weakness.CHANGES_ARRIVE_LATE) && looks.incrementAndGet() % 4 != 0
                                        ? before(user)
                                        : asLongAsItIsLate(user)));
            case "PUT" -> change(exchange, user, (ObjectNode) JSON.readTree(body));
            case "PATCH" -> patch(exchange, user, JSON.readTree(body));
            case "DELETE" -> {
                users.remove(id);
                send(exchange, 204, null);
            }
            default -> error(exchange, 405, "Not offered");
        }
    }

    /** A change comes to light after some looks. */
    private ObjectNode asLongAsItIsLate(ObjectNode user) {
        var id = user.path("id").asText();
        return former.containsKey(id) && hidden.merge(id, -1, Integer::sum) >= 0 ? former.get(id) : user;
    }

    private static ObjectNode before(ObjectNode user) {
        var late = user.deepCopy();
        late.put("active", !user.path("active").asBoolean());
        late.putObject("name").put("givenName", "old").put("familyName", "old");
        return late;
    }

    private void patch(HttpExchange exchange, ObjectNode user, JsonNode body) throws IOException {
        if (is(Weakness.NO_PATCH)) {
            error(exchange, 501, "PATCH is not offered");
            return;
        }
        if (is(Weakness.REQUIRED_ATTRIBUTE_CAN_GO)
                && body.at("/Operations/0/path").asText().equals("userName")) {
            user.remove("userName");
            send(exchange, 200, shown(user));
            return;
        }
        var changed = user.deepCopy();
        if (entitlements != null && entitlements.patched(changed, body.at("/Operations/0"))) {
            var refusal = body.at("/Operations/0/op").asText().equals("add") ? entitlements.refusal(changed) : null;
            if (refusal == null) {
                user.setAll(changed);
                send(exchange, 200, shown(user));
            } else {
                error(exchange, 400, refusal);
            }
            return;
        }
        change(exchange, user, (ObjectNode) body.at("/Operations/0/value"));
    }

    private void change(HttpExchange exchange, ObjectNode user, ObjectNode sent) throws IOException {
        if (habit == Habit.SHOWS_CHANGES_LATE) {
            former.put(user.path("id").asText(), user.deepCopy());
            hidden.put(user.path("id").asText(), 3);
        }
        boolean deactivates = sent.size() == 1 && !sent.path("active").asBoolean();
        if (deactivates ? !is(Weakness.DEACTIVATION_LOST) : !is(Weakness.UPDATES_LOST)) {
            sent.remove("id");
            user.setAll(kept(sent));
        }
        if (deactivates && is(Weakness.DEACTIVATED_IS_GONE)) {
            users.remove(user.path("id").asText());
        }
        send(exchange, 200, shown(user));
    }

    private ObjectNode user(String email, String given, String family) {
        var user = JSON.createObjectNode();
        user.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:User");
        user.put("userName", email).put("active", true);
        user.putObject("name").put("givenName", given).put("familyName", family);
        user.putArray("emails").addObject().put("value", email).put("primary", true);
        return user;
    }

    private void store(ObjectNode user) {
        var id = habit == Habit.ODD_IDS ? "7/ü \"" + next.incrementAndGet() + '"' : "u" + next.incrementAndGet();
        hidden.put(id, habit == Habit.SHOWS_LATE ? 3 : 0);
        users.put(id, kept(user).put("id", id));
    }

    private ObjectNode kept(ObjectNode user) {
        if (habit == Habit.KEEPS_NO_TYPES) {
            user.path("emails").forEach(email -> ((ObjectNode) email).remove("type"));
        }
        return user;
    }

    /** A new user comes to light after some looks. */
    private boolean isShown(ObjectNode user) {
        return habit == Habit.SHOWS_CHANGES_LATE || hidden.merge(user.path("id").asText(), -1, Integer::sum) < 0;
    }

    private ObjectNode shown(ObjectNode user) {
        var copy = user.deepCopy();
        if (is(Weakness.ACTIVE_NOT_SHOWN)) {
            copy.remove("active");
        }
        return copy;
    }

    private void list(HttpExchange exchange, List<ObjectNode> found) throws IOException {
        var list = JSON.createObjectNode();
        if (!is(Weakness.LIST_WITHOUT_SCHEMA)) {
            list.putArray("schemas").add(LIST);
        }
        for (var name : List.of("totalResults", "itemsPerPage", "startIndex")) {
            int value = name.equals("startIndex") ? 1 : found.size();
            if (is(Weakness.NUMBERS_AS_TEXT)) {
                list.put(name, String.valueOf(value));
            } else {
                list.put(name, value);
            }
        }
        var resources = list.putArray("Resources");
        found.forEach(user -> resources.add(shown(user)));
        send(exchange, 200, list);
    }

    private void error(HttpExchange exchange, int status, String detail) throws IOException {
        var error = JSON.createObjectNode().put("status", String.valueOf(status));
        if (status == 409 || status == 400) {
            error.put("scimType", status == 409 ? "uniqueness" : "invalidValue");
        }
        if (!is(Weakness.ERRORS_WITHOUT_SCHEMA)) {
            error.putArray("schemas").add(ERROR);
        }
        if (!is(Weakness.ERRORS_WITHOUT_DETAIL)) {
            error.put("detail", is(Weakness.ERRORS_NAME_CLASSES) ? "app.users.NotFoundException: " + detail : detail);
        }
        send(exchange, status, error);
    }

    private void send(HttpExchange exchange, int status, @Nullable JsonNode body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/scim+json");
        LoopbackServer.send(
                exchange,
                status,
                body == null ? "" : written(habit == Habit.NAMES_IN_OTHER_LETTERS ? inCapitals(body) : body));
    }

    private static JsonNode inCapitals(JsonNode body) {
        if (body.isArray()) {
            var list = JSON.createArrayNode();
            body.forEach(element -> list.add(inCapitals(element)));
            return list;
        }
        var object = JSON.createObjectNode();
        body.properties()
                .forEach(member ->
                        object.set(member.getKey().toUpperCase(java.util.Locale.ROOT), inCapitals(member.getValue())));
        return body.isObject() ? object : body;
    }

    private String written(JsonNode body) throws JsonProcessingException {
        return (habit == Habit.MARKS_THE_BYTE_ORDER ? "\uFEFF" : "") + JSON.writeValueAsString(body);
    }

    private boolean is(Weakness other) {
        return weakness == other;
    }

    @Override
    public void close() {
        server.close();
    }
}
