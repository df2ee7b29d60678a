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
    private record Unknown(String collection, String attribute, String name, boolean made) {}

    /** Notes what may have come of a call. */
    void note(String method, String path, @Nullable String body, ScimReply reply) {
        var collection = path.startsWith("/Groups") ? "/Groups" : "/Users";
        if (!path.startsWith(collection) || !mayHaveMade(method, reply)) {
            return;
        }
        var sent = read(body);
        var attribute = collection.equals("/Groups") ? "displayName" : nameless(sent) ? "externalId" : "userName";
        var name = named(sent, attribute);
        place(method, path, collection, reply)
                .ifPresentOrElse(
                        there -> {
                            if (!made.contains(there)) {
                                made.add(there);
                                ledger.made(there, name.isEmpty() ? there : name);
                            }
                        },
                        () -> unknown.add(new Unknown(collection, attribute, name, reply instanceof Answer)));
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

    private static boolean nameless(JsonNode sent) {
        return named(sent, "userName").isEmpty();
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
        var places = one.name().isEmpty()
                ? List.<String>of()
                : Ledger.named(client, one.collection(), one.attribute(), one.name());
        for (var place : places) {
            if (!made.contains(place)) {
                made.add(place);
                ledger.made(place, one.name());
            }
        }
        if (places.isEmpty() && one.made()) {
            var name = one.name().isEmpty() ? "something without a name" : one.name();
            ledger.made(one.collection(), name + ", whose id the app did not tell");
            ledger.kept(one.collection());
            left.add(name + " in " + one.collection() + ", whose id the app did not tell");
        }
    }
}
