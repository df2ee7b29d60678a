package dev.oin.checks.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import dev.oin.sandbox.scim.ScimReply.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What checks made in an app, or may have made, to be taken out again. */
final class ThrowAways {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScimClient client;
    private final Ledger ledger;
    private final List<String> made = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();

    ThrowAways(ScimClient client, Ledger ledger) {
        this.client = client;
        this.ledger = ledger;
    }

    /** Something that was sent, of which the answer does not tell where it is, or whether it was made at all. */
    private record Unknown(Sent sent, boolean made) {}

    /** What is sent, and by what it can be found; without a name it cannot. */
    private record Sent(String collection, String attribute, String name) {

        static Sent of(String path, @Nullable String body) {
            var collection = path.startsWith("/Groups") ? "/Groups" : "/Users";
            var json = read(body);
            var attribute = collection.equals("/Groups")
                    ? "displayName"
                    : named(json, "userName").isEmpty() ? "externalId" : "userName";
            return new Sent(collection, attribute, named(json, attribute));
        }

        String sought() {
            return Ledger.sought(collection, attribute, name);
        }
    }

    /** Notes before a call what may come of it. */
    void expect(String method, String path, @Nullable String body) {
        var sent = Sent.of(path, body);
        if (method.equals("POST") && !sent.name().isEmpty()) {
            ledger.made(sent.sought(), sent.name());
        }
    }

    /** Notes what may have come of it. */
    void note(String method, String path, @Nullable String body, ScimReply reply) {
        if (!method.equals("POST") && !method.equals("PUT")) {
            return;
        }
        var sent = Sent.of(path, body);
        var place = place(method, path, sent.collection(), reply);
        if (!path.startsWith(sent.collection()) || !mayHaveMade(method, reply)) {
            ledger.removed(sent.sought());
        } else if (place.isEmpty()) {
            unknown.add(new Unknown(sent, reply instanceof Answer));
        } else {
            keep(place.get(), sent);
        }
    }

    private void keep(String place, Sent sent) {
        if (!made.contains(place)) {
            made.add(place);
            ledger.made(place, sent.name().isEmpty() ? place : sent.name());
        }
        ledger.removed(sent.sought());
    }

    private static boolean mayHaveMade(String method, ScimReply reply) {
        return switch (reply) {
            case Answer answer -> answer.isSuccess() && (method.equals("POST") || method.equals("PUT"));
            case ScimReply.Silence(var reason, var forbidden) -> !forbidden && method.equals("POST");
        };
    }

    /** By the id of the answer, else by its Location; a PUT makes what is at its own path. */
    private static Optional<String> place(String method, String path, String collection, ScimReply reply) {
        if (method.equals("PUT")) {
            return Optional.of(path);
        }
        if (!(reply instanceof Answer answer)) {
            return Optional.empty();
        }
        var id = answer.at("$.id").asText("");
        return id.isEmpty()
                ? answer.header("Location")
                        .map(location -> location.replaceFirst(".*(" + collection + "/[^/]+)/?$", "$1"))
                        .filter(place -> place.startsWith(collection + '/'))
                : Optional.of(collection + '/' + ScimClient.encoded(id));
    }

    /** Attributes are sent in odd letters, too. */
    private static String named(JsonNode sent, String attribute) {
        return sent.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(attribute))
                .map(member -> member.getValue().asText(""))
                .findFirst()
                .orElse("");
    }

    private static JsonNode read(@Nullable String body) {
        try {
            return body == null ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Takes it out, the last one first; says what had to be left. */
    List<String> remove() {
        var left = new ArrayList<String>();
        unknown.forEach(one -> look(one, left));
        unknown.clear();
        for (var path : made.reversed()) {
            if (Ledger.remove(client, path)) {
                ledger.removed(path);
            } else {
                ledger.kept(path);
                left.add("inactive " + path);
            }
        }
        made.clear();
        return left;
    }

    private void look(Unknown one, List<String> left) {
        var sent = one.sent();
        var places = sent.name().isEmpty()
                ? List.<String>of()
                : Ledger.named(client, sent.collection(), sent.attribute(), sent.name());
        places.forEach(place -> keep(place, sent));
        ledger.removed(sent.sought());
        if (places.isEmpty() && one.made()) {
            var name = sent.name().isEmpty() ? "something without a name" : sent.name();
            ledger.made(sent.collection(), name + ", whose id the app did not tell");
            ledger.kept(sent.collection());
            left.add(name + " in " + sent.collection() + ", whose id the app did not tell");
        }
    }
}
