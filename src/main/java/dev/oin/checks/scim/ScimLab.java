package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.scim.Observation.Unclear;
import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.egress.Call;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import dev.oin.sandbox.scim.ScimReply.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One server with throw-away users and groups, for the strict checks; all that was made is removed at the end. */
final class ScimLab {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    /** Where nobody is; a number and a text at once, so that no app takes it for somebody's. */
    static final String NOBODY = "/Users/00919288221112222";

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ScimClient client;
    private final TestPerson person;
    private final Lag lag;
    private final EntitlementLab entitlements;
    private final ThrowAways throwAways;
    private final List<String> left = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int people;
    private int failures;

    ScimLab(ScimClient client, TestPerson person) {
        this(client, person, Ledger.NONE, Arrival.AT_ONCE);
    }

    ScimLab(ScimClient client, TestPerson person, Ledger ledger, Arrival arrival) {
        this(client, person, ledger, arrival, new EntitlementLab(client));
    }

    ScimLab(ScimClient client, TestPerson person, Ledger ledger, Arrival arrival, EntitlementLab entitlements) {
        this.lag = new Lag(client, arrival.ofCreation());
        this.client = client;
        this.person = person;
        this.throwAways = new ThrowAways(client, ledger);
        this.entitlements = entitlements;
    }

    /** The server's roles and entitlements. */
    EntitlementLab entitlements() {
        return entitlements;
    }

    /** A call that was refused. */
    record Refusal(String call, Answer answer) {}

    /** Somebody or something that was made. */
    record Made(String id, String name, ObjectNode sent, Answer answer) {
        String path() {
            return "/Users/" + ScimClient.encoded(id);
        }

        String groupPath() {
            return "/Groups/" + ScimClient.encoded(id);
        }
    }

    // --- calls -------------------------------------------------------------------------------------------------------

    ScimReply get(String path) {
        return send("GET", path, null, UnaryOperator.identity());
    }

    ScimReply post(String path, JsonNode body) {
        return send("POST", path, body.toString(), UnaryOperator.identity());
    }

    ScimReply put(String path, JsonNode body) {
        return send("PUT", path, body.toString(), UnaryOperator.identity());
    }

    /** A PATCH with one operation in JSON. */
    ScimReply patch(String path, String operations) {
        return send(
                "PATCH",
                path,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}",
                UnaryOperator.identity());
    }

    ScimReply delete(String path) {
        return send("DELETE", path, null, UnaryOperator.identity());
    }

    /** A call that servers and proxies before them may refuse on their own, without a SCIM body. */
    ScimReply odd(String path) {
        lag.await();
        return client.get(path);
    }

    /** What is there after a change, which may take its time to show. */
    Observation changed(String path, Function<Answer, Observation> judge) {
        return late(() -> Observation.seen(get(path), judge));
    }

    Observation late(Supplier<Observation> look) {
        return lag.late(look);
    }

    ScimReply filtered(String filter) {
        return get("/Users?filter=" + ScimClient.encoded(filter));
    }

    ScimReply send(String method, String path, @Nullable String body, UnaryOperator<Call> change) {
        lag.await();
        throwAways.expect(method, path, body);
        var reply = client.send(method, path, body, change);
        throwAways.note(method, path, body, reply);
        if (reply instanceof Answer answer) {
            lag.note(method, answer);
            note(method, path, answer);
        }
        return reply;
    }

    private void note(String method, String path, Answer answer) {
        if (answer.status() >= 500 && answer.status() != 501) {
            failures++;
        }
        if (answer.status() >= 400) {
            refusals.add(new Refusal(method + ' ' + path.replaceFirst("\\?.*", ""), answer));
        }
    }

    /** All refusals so far. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** When a busy server wanted the client back, in the words of its Retry-After headers; empty where one was missing. */
    List<String> retries() {
        return client.retries();
    }

    /** How fast the server answered so far. */
    Pace pace() {
        return new Pace(client.times());
    }

    /** Whether the server refused a change because the version was not named. */
    boolean versionsWanted() {
        return client.versionsWanted();
    }

    /** How often the server failed so far. */
    int failures() {
        return failures;
    }

    // --- what is made ------------------------------------------------------------------------------------------------

    /** A user body with a name that nobody has. */
    ObjectNode newUser() {
        people++;
        var name = person.email().replace("@", "." + people + '@');
        var user = JSON.objectNode();
        user.putArray("schemas").add(USER);
        user.put("userName", name).put("externalId", "oin-" + name);
        user.putObject("name").put("givenName", person.givenName()).put("familyName", person.familyName());
        user.putArray("emails")
                .addObject()
                .put("value", name)
                .put("type", "work")
                .put("primary", true);
        return user.put("displayName", person.fullName()).put("active", true);
    }

    ObjectNode newGroup() {
        people++;
        var group = JSON.objectNode();
        group.putArray("schemas").add(GROUP);
        return group.put("displayName", person.fullName() + " team " + people);
    }

    Observation withUser(Function<Made, Observation> conversation) {
        return with("/Users", newUser(), "userName", conversation);
    }

    Observation withGroup(Function<Made, Observation> conversation) {
        return with("/Groups", newGroup(), "displayName", conversation);
    }

    /** Of something that is made; nothing can be said where the app refuses it. */
    Observation with(String path, ObjectNode body, String name, Function<Made, Observation> conversation) {
        return with(
                path,
                body,
                name,
                conversation,
                refusal -> new Unclear(
                        "POST " + path + " was answered with " + Observation.words(refusal) + " while preparing.",
                        "Look into the server's log for why it refuses this call, repair it, and run again."));
    }

    /** Of something whose creation is looked at itself. */
    Observation creating(String path, ObjectNode body, String name, Function<Made, Observation> conversation) {
        return with(path, body, name, conversation, refusal -> new Wrong(Observation.words(refusal)));
    }

    private Observation with(
            String path,
            ObjectNode body,
            String name,
            Function<Made, Observation> conversation,
            Function<Answer, Observation> otherwise) {
        return Observation.seen(post(path, body), answer -> {
            var id = answer.at("$.id").asText("");
            if (answer.status() == 201 && !id.isEmpty()) {
                lag.measure(path, id, name, body.path(name).asText());
                return conversation.apply(new Made(id, body.path(name).asText(), body, answer));
            }
            return answer.status() == 201
                    ? new Unclear("POST " + path + " was answered with status 201 and no id.", "Repair VP-03 first.")
                    : otherwise.apply(answer);
        });
    }

    /** A text as JSON writes it. */
    static String json(String text) {
        return JSON.textNode(text).toString();
    }

    /** Takes out what a check made, so that nothing odd of it stands in the way of the next; a server that shows changes late keeps it to the end. */
    void tidy() {
        if (!lag.isLate()) {
            left.addAll(throwAways.remove());
        }
    }

    /** Takes out what was made; says what had to be left. */
    List<String> cleanUp() {
        lag.await();
        left.addAll(throwAways.remove());
        return List.copyOf(left);
    }
}
