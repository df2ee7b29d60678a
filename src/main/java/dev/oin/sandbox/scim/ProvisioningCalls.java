package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sandbox.AppUser;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.scim.Provisioned.Done;
import dev.oin.sandbox.scim.Provisioned.NotDeclared;
import dev.oin.sandbox.scim.Provisioned.NotReached;
import dev.oin.sandbox.scim.Provisioned.Rejected;
import dev.oin.sandbox.scim.ScimReply.Answer;
import dev.oin.submission.Scim.UserOperation;
import dev.oin.vault.Secret;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls that follow from what happened to a person, exactly as the CRUD suite names them, as far as the app declares them. */
public record ProvisioningCalls(ScimClient client, Set<UserOperation> declared) {

    public ProvisioningCalls {
        declared = Set.copyOf(declared);
    }

    /** Looks the person up by user name, then creates or activates. */
    public Provisioned assigned(AppUser person, @Nullable Secret password) {
        if (!person.missing().isEmpty()) {
            return new Provisioned.Incomplete(person.missing());
        }
        return lookedUp(person, () -> create(person, password));
    }

    private Provisioned lookedUp(AppUser person, Supplier<Provisioned> otherwise) {
        return answered(
                "GET /Users",
                client.get(ScimClient.usersNamed(person.userName())),
                List.of(200),
                answer -> switch (Lookup.of(answer, "userName", person.userName())) {
                    case Lookup.Found(var id, var held) -> activate(person, id, held);
                    case Lookup.Nobody() -> otherwise.get();
                    case Lookup.Others(var reason) -> new Rejected("GET /Users", answer.status(), reason);
                });
    }

    /** A server that shows new people late may refuse somebody whom it did not find a moment ago. */
    private Provisioned create(AppUser person, @Nullable Secret password) {
        if (!declared.contains(UserOperation.CREATE)) {
            return new NotDeclared("CREATE");
        }
        var told = declared.contains(UserOperation.CHANGE_PASSWORD) ? password : null;
        var reply = client.post("/Users", ScimBodies.newUser(person, told));
        return reply instanceof Answer answer && answer.status() == 409
                ? lookedUp(person, () -> new Rejected("POST /Users", 409, taken(answer)))
                : answered("POST /Users", reply, List.of(201), made -> {
                    var id = made.at("$.id").asText("");
                    return id.isEmpty()
                            ? new Rejected("POST /Users", made.status(), "The answer has no id of the new user.")
                            : new Done(id);
                });
    }

    private static String taken(Answer answer) {
        return (answer.at("$.detail").asText("")
                        + " The filter on userName finds nobody of that name: let it find everybody who has one, inactive people too.")
                .strip();
    }

    private Provisioned activate(AppUser person, String id, JsonNode held) {
        if (declared.contains(UserOperation.UPDATE) || declared.contains(UserOperation.PATCH_USER)) {
            return replace(person, id, held);
        }
        return declared.contains(UserOperation.DEACTIVATE)
                ? accepted("PATCH", id, client.patch(user(id), ScimBodies.activeOnly(true)))
                : new Done(id);
    }

    /** Reads the user, then replaces or patches. */
    public Provisioned changed(AppUser person, String id) {
        if (!declared.contains(UserOperation.UPDATE) && !declared.contains(UserOperation.PATCH_USER)) {
            return new NotDeclared("UPDATE");
        }
        return answered(
                "GET /Users/{id}", client.get(user(id)), List.of(200), held -> replace(person, id, held.body()));
    }

    private Provisioned replace(AppUser person, String id, JsonNode held) {
        return declared.contains(UserOperation.PATCH_USER)
                ? accepted("PATCH", id, client.patch(user(id), ScimBodies.changed(person, held, true)))
                : accepted("PUT", id, client.put(user(id), ScimBodies.replaced(held, person, true)));
    }

    /** Gives the user a role or entitlement, and leaves the others. */
    public Provisioned granted(String id, Entitlement one) {
        return entitled(id, EntitlementBodies.addition(one), user -> EntitlementBodies.add(user, List.of(one)));
    }

    /** Takes it away, and leaves the others. */
    public Provisioned revoked(String id, Entitlement one) {
        return entitled(id, EntitlementBodies.removal(one), user -> EntitlementBodies.remove(user, one));
    }

    private Provisioned entitled(String id, ObjectNode operation, Consumer<ObjectNode> change) {
        if (declared.contains(UserOperation.PATCH_USER)) {
            return accepted("PATCH", id, client.patch(user(id), ScimBodies.patch(operation)));
        }
        if (!declared.contains(UserOperation.UPDATE)) {
            return new NotDeclared("UPDATE");
        }
        return answered("GET /Users/{id}", client.get(user(id)), List.of(200), held -> {
            var user = held.body() instanceof ObjectNode body ? body.deepCopy() : JsonNodeFactory.instance.objectNode();
            user.remove("password");
            change.accept(user);
            return accepted("PUT", id, client.put(user(id), user));
        });
    }

    /** Sends a new password. */
    public Provisioned password(String id, Secret password) {
        return declared.contains(UserOperation.CHANGE_PASSWORD)
                ? accepted("PATCH", id, client.patch(user(id), ScimBodies.passwordOnly(password)))
                : new NotDeclared("CHANGE_PASSWORD");
    }

    /** Sets the user inactive. */
    public Provisioned left(String id) {
        return declared.contains(UserOperation.DEACTIVATE)
                ? accepted("PATCH", id, client.patch(user(id), ScimBodies.activeOnly(false)))
                : new NotDeclared("DEACTIVATE");
    }

    private static String user(String id) {
        return "/Users/" + ScimClient.encoded(id);
    }

    private static Provisioned accepted(String method, String id, ScimReply reply) {
        return answered(method + " /Users/{id}", reply, List.of(200, 204), done -> new Done(id));
    }

    private static Provisioned answered(
            String call, ScimReply reply, List<Integer> expected, Function<Answer, Provisioned> next) {
        return switch (reply) {
            case ScimReply.Silence(var reason, var forbidden) -> new NotReached(reason, forbidden);
            case Answer answer when expected.contains(answer.status()) -> next.apply(answer);
            case Answer answer ->
                new Rejected(call, answer.status(), answer.at("$.detail").asText(""));
        };
    }
}
