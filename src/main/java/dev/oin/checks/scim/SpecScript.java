package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.Exchange;
import dev.oin.egress.Call;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the calls of the SPEC suite (scim-checks, part 1A). */
final class SpecScript implements Script {

    private static final String NO_SUCH_ID = "010101001010101011001010101011";
    private static final String OTHER_ID = "00919288221112222";

    private final ScimClient client;
    private final SeenTraffic traffic;
    private final boolean groups;
    private final TestPerson person;
    private final Ledger ledger;
    private final Arrival arrival;
    private final Variables variables = new Variables();
    private boolean untold;
    private boolean created;

    SpecScript(ScimClient client, SeenTraffic traffic, boolean groups, TestPerson person, String unknownUser) {
        this(client, traffic, groups, person, unknownUser, Ledger.NONE, Arrival.AT_ONCE);
    }

    SpecScript(
            ScimClient client,
            SeenTraffic traffic,
            boolean groups,
            TestPerson person,
            String unknownUser,
            Ledger ledger,
            Arrival arrival) {
        this.ledger = ledger;
        this.arrival = arrival.ofCreation();
        this.client = client;
        this.traffic = traffic;
        this.groups = groups;
        this.person = person;
        variables
                .set("randomGivenName", person.givenName())
                .set("randomFamilyName", person.familyName())
                .set("randomEmail", person.email())
                .set("randomUsername", person.email())
                .set("randomUsernameCaps", person.email().toUpperCase(Locale.ROOT))
                .set("InvalidUserEmail", unknownUser)
                .set("UserIdThatDoesNotExist", NO_SUCH_ID);
    }

    @Override
    public List<Step> steps() {
        return List.of(
                SpecSteps.S01,
                SpecSteps.S02,
                SpecSteps.S03,
                SpecSteps.S04,
                SpecSteps.S05,
                SpecSteps.S06,
                SpecSteps.S07,
                SpecSteps.S08,
                SpecSteps.S09,
                SpecSteps.S10,
                SpecSteps.S11,
                SpecSteps.S12);
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public StepResult perform(Step step) {
        return switch (step.id()) {
            case "S01" -> learning("ISVUserid", "$.Resources[0].id", read("/Users?count=1&startIndex=1"));
            case "S02" ->
                readUser("ISVUserid", "The first step brought no user to read; create at least one on the server.");
            case "S03" -> read(users("InvalidUserEmail"));
            case "S04" -> read("/Users/" + NO_SUCH_ID);
            case "S05" -> read(users("randomEmail"));
            case "S06" -> {
                var first = noted("idUserOne", learning("idUserOne", "$.id", create()));
                created = first instanceof StepResult.Answered(var answer, var seen) && answer.isSuccess();
                yield first;
            }
            case "S07" -> arrival.await(this::readCreated, seen -> !isMissing(seen));
            case "S08" -> createAgain();
            case "S09" -> read(users("randomUsernameCaps"));
            case "S10" -> groups ? read("/Groups") : new StepResult.NotConcerned("Groups are not managed.");
            case "S11" -> send("GET", users("randomUsernameCaps"), null, SpecScript::withoutCredentials);
            case "S12" -> read("/Users/" + OTHER_ID);
            default -> throw new IllegalArgumentException("No step of the SPEC suite: " + step.id());
        };
    }

    private String users(String variable) {
        return ScimClient.usersNamed(variables.get(variable).orElseThrow());
    }

    private StepResult readUser(String variable, String otherwise) {
        return variables.get(variable).map(id -> read(user(id))).orElseGet(() -> new StepResult.Blocked(otherwise));
    }

    private StepResult readCreated() {
        return readUser("idUserOne", "No user was created that could be read.");
    }

    private static boolean isMissing(StepResult seen) {
        return seen instanceof StepResult.Answered(var answer, var traffic) && answer.status() == 404;
    }

    /** Only where the first one can be found is a second one known to be a duplicate. */
    private StepResult createAgain() {
        if (!created) {
            return new StepResult.Blocked("Nobody was created whom this could be a duplicate of.");
        }
        if (variables.get("idUserOne").isPresent()) {
            arrival.await(
                    () -> client.get(users("randomUsername")),
                    seen -> !(seen instanceof ScimReply.Answer answer)
                            || answer.at("$.totalResults").asInt() > 0);
        }
        return noted("idUserTwo", learning("idUserTwo", "$.id", create()));
    }

    private StepResult read(String path) {
        return send("GET", path, null, UnaryOperator.identity());
    }

    private StepResult create() {
        ledger.made(sought(), person.email());
        return send("POST", "/Users", newUser().toString(), SpecScript::asPlainJson);
    }

    private ObjectNode newUser() {
        var user = JsonNodeFactory.instance.objectNode();
        user.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:User");
        user.put("userName", person.email());
        user.putObject("name").put("givenName", person.givenName()).put("familyName", person.familyName());
        user.putArray("emails")
                .addObject()
                .put("primary", true)
                .put("value", person.email())
                .put("type", "work");
        return user.put("displayName", person.fullName()).put("active", true);
    }

    private static Call asPlainJson(Call call) {
        return changed(
                changed(call, "Content-Type", "application/json"), "Accept", ScimClient.MEDIA_TYPE + "; charset=utf-8");
    }

    private static Call withoutCredentials(Call call) {
        return changed(call, "Authorization", "non-token");
    }

    private static Call changed(Call call, String name, String value) {
        var others = call.headers().stream()
                .filter(header -> !header.name().equals(name))
                .toList();
        return new Call(call.method(), call.url(), others, call.body(), call.timeout(), call.redirects())
                .with(name, value);
    }

    private StepResult send(String method, String path, @Nullable String body, UnaryOperator<Call> change) {
        return switch (client.send(method, path, body, change)) {
            case ScimReply.Answer answer -> new StepResult.Answered(answer, traffic.taken());
            case ScimReply.Silence silence -> new StepResult.Silent(silence, traffic.taken());
        };
    }

    private StepResult learning(String variable, String path, StepResult result) {
        if (result instanceof StepResult.Answered(var answer, List<Exchange> seen) && answer.isSuccess()) {
            var value = answer.at(path).asText("");
            if (!value.isEmpty()) {
                variables.set(variable, value);
            }
        }
        return result;
    }

    private StepResult noted(String variable, StepResult created) {
        variables
                .get(variable)
                .ifPresentOrElse(id -> ledger.made(user(id), person.email()), () -> untold |= mayHaveMade(created));
        return created;
    }

    private static boolean mayHaveMade(StepResult created) {
        return created instanceof StepResult.Silent
                || created instanceof StepResult.Answered(var answer, var seen) && answer.isSuccess();
    }

    private static String user(String id) {
        return "/Users/" + ScimClient.encoded(id);
    }

    private String sought() {
        return Ledger.sought("/Users", "userName", person.email());
    }

    /** Sets whom it made up inactive, then deletes them where the server can. */
    @Override
    public List<String> cleanUp() {
        var left = new ArrayList<String>();
        var told = Stream.of("idUserOne", "idUserTwo")
                .flatMap(variable -> variables.get(variable).stream())
                .map(SpecScript::user);
        Stream.concat(told, untold ? named(person).stream() : Stream.empty())
                .distinct()
                .forEach(path -> {
                    Ledger.deactivate(client, path);
                    if (Ledger.remove(client, path)) {
                        ledger.removed(path);
                    } else {
                        ledger.kept(path);
                        left.add("inactive user " + person.email());
                    }
                });
        ledger.removed(sought());
        return left;
    }

    /** Removes whom an interrupted attempt made up. */
    void removeLeftOver(TestPerson earlier) {
        named(earlier).forEach(path -> Ledger.remove(client, path));
        traffic.taken();
    }

    private List<String> named(TestPerson one) {
        return Ledger.named(client, "/Users", "userName", one.email());
    }
}
