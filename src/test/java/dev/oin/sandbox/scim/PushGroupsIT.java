package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.oin.egress.LoopbackServer;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.SandboxTest;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Group push (manual cases C9312, C9315 to C9322, C9332, C9333). */
@SandboxTest
@TestPropertySource(properties = "oin.egress.allow=127.0.0.0/8,localhost")
class PushGroupsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HandedIn handedIn;
    private final GenerateInstance generate;
    private final ChangeInstance change;
    private final AdministerPeople administer;
    private final PushGroups push;
    private final GroupPushes pushes;
    private final AcmeSandbox acme;
    private final Map<String, ObjectNode> inApp = new LinkedHashMap<>();
    private final LoopbackServer server = LoopbackServer.answering(this::answer);
    private final List<String> refused = new ArrayList<>();
    private final ProvisioningLog log;
    private final TellAgain again;
    private boolean busy;

    private AcmeSandbox.Org org;
    private InstanceId app;

    @Autowired
    PushGroupsIT(
            JdbcClient client,
            HandedIn handedIn,
            GenerateInstance generate,
            ChangeInstance change,
            Assignments assignments,
            People people,
            AdministerPeople administer,
            PushGroups push,
            GroupPushes pushes,
            ProvisioningLog log,
            TellAgain again) {
        this.log = log;
        this.again = again;
        this.handedIn = handedIn;
        this.generate = generate;
        this.change = change;
        this.administer = administer;
        this.push = push;
        this.pushes = pushes;
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
    }

    @BeforeEach
    void install() {
        org = acme.organization();
        app = generated(List.of(Scim.GroupOperation.values()));
    }

    private InstanceId generated(List<Scim.GroupOperation> groupOperations) {
        var scim = new Scim(
                server.url("/scim").toString(),
                List.of(Scim.ScimObject.values()),
                Scim.AuthMode.BEARER,
                null,
                List.of(Scim.UserOperation.CREATE, Scim.UserOperation.READ, Scim.UserOperation.DEACTIVATE),
                groupOperations,
                null,
                null,
                null);
        var content = new Content(
                Set.of(Protocol.SCIM),
                new Configuration(null, null, null, null, scim, null),
                null,
                Content.of(Set.of()).testInformation());
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SCIM), null, Map.of());
        var made = ((GenerateInstance.Outcome.Generated) generate.generate(
                        handedIn.draft(org.id(), content).id(), order, new AccountId(UUID.randomUUID())))
                .instance()
                .id();
        change.connectScim(made, org.id(), null, "token");
        return made;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A server that makes what is posted, and applies what is patched to members. */
    private synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().replaceFirst("^/scim", "");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (busy) {
            refused.add(exchange.getRequestMethod() + ' ' + path);
            exchange.getResponseHeaders().add("Retry-After", "60");
            LoopbackServer.send(exchange, 429, "{}");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                var made = (ObjectNode) JSON.readTree(body);
                var name = made.path("userName").asText(made.path("displayName").asText());
                inApp.put(path + "/id-" + name, made.put("id", "id-" + name));
                LoopbackServer.send(exchange, 201, made.toString());
            }
            case "PATCH" -> {
                if (inApp.containsKey(path)) {
                    JSON.readTree(body).path("Operations").forEach(operation -> apply(inApp.get(path), operation));
                    LoopbackServer.send(exchange, 204, "");
                } else {
                    LoopbackServer.send(exchange, 404, "{}");
                }
            }
            case "DELETE" -> {
                inApp.remove(path);
                LoopbackServer.send(exchange, 204, "");
            }
            default -> {
                var found = inApp.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(path + '/')
                                && exchange.getRequestURI()
                                        .getQuery()
                                        .contains('"' + entry.getKey().replaceFirst(".*/id-", "") + '"'))
                        .map(Map.Entry::getValue)
                        .toList();
                LoopbackServer.send(
                        exchange, 200, "{\"totalResults\":%d,\"Resources\":%s}".formatted(found.size(), found));
            }
        }
    }

    private static void apply(ObjectNode resource, JsonNode operation) {
        var members = resource.withArrayProperty("members");
        switch (operation.path("op").asText()
                + ' '
                + operation.path("path").asText().replaceFirst("\\[.*", "")) {
            case "add members" -> members.addAll((ArrayNode) operation.path("value"));
            case "replace members" -> members.removeAll().addAll((ArrayNode) operation.path("value"));
            case "remove members" -> {
                for (int index = members.size() - 1; index >= 0; index--) {
                    if (operation
                            .path("path")
                            .asText()
                            .contains(members.path(index).path("value").asText())) {
                        members.remove(index);
                    }
                }
            }
            default -> resource.setAll((ObjectNode) operation.path("value"));
        }
    }

    private List<String> members() {
        return inApp.get("/Groups/id-Staff").path("members").findValuesAsText("value");
    }

    private Person member(String email) {
        var person = acme.person(org, email);
        join(person, List.of("Staff"));
        return person;
    }

    private void join(Person person, List<String> groups) {
        administer.change(
                person.id(),
                org.id(),
                new PersonDetails(person.givenName(), person.familyName(), person.email()),
                groups);
    }

    @Test
    void a_pushed_group_has_the_members_whom_the_app_knows_and_follows_them() {
        var ada = member("ada@app.example");
        var bea = member("bea@app.example");
        administer.assign(app, ada.id(), org.id());

        push.push(app, "Staff", org.id());
        assertThat(members()).containsExactly("id-ada@app.example");
        administer.assign(app, bea.id(), org.id());
        assertThat(members()).containsExactly("id-ada@app.example", "id-bea@app.example");
        join(ada, List.of());

        assertThat(members()).containsExactly("id-bea@app.example");
        administer.turn(bea.id(), org.id(), Person.Status.DEACTIVATED);
        assertThat(members()).isEmpty();
        assertThat(inApp).containsKey("/Users/id-bea@app.example");
    }

    @Test
    void a_group_that_is_in_the_app_is_linked_and_keeps_its_members_until_it_is_pushed_anew() {
        inApp.put(
                "/Groups/id-Staff",
                JSON.createObjectNode().put("id", "id-Staff").put("displayName", "Staff"));
        inApp.get("/Groups/id-Staff").putArray("members").addObject().put("value", "theirs");
        administer.assign(app, member("ada@app.example").id(), org.id());

        push.push(app, "Staff", org.id());
        assertThat(members()).containsExactly("theirs", "id-ada@app.example");
        push.overwrite(app, "Staff", org.id());

        assertThat(members()).containsExactly("id-ada@app.example");
    }

    @Test
    void who_is_in_a_linked_group_is_not_added_to_it_again() {
        inApp.put(
                "/Groups/id-Staff",
                JSON.createObjectNode().put("id", "id-Staff").put("displayName", "Staff"));
        inApp.get("/Groups/id-Staff").putArray("members").addObject().put("value", "id-ada@app.example");
        administer.assign(app, member("ada@app.example").id(), org.id());
        administer.assign(app, member("bea@app.example").id(), org.id());

        push.push(app, "Staff", org.id());

        assertThat(members()).containsExactly("id-ada@app.example", "id-bea@app.example");
        assertThat(pushes.of(app))
                .singleElement()
                .satisfies(push -> assertThat(push.members()).hasSize(2));
    }

    @Test
    void a_paused_push_tells_nothing_and_catches_up_when_it_goes_on() {
        push.push(app, "Staff", org.id());
        push.pause(app, "Staff", org.id());
        administer.assign(app, member("ada@app.example").id(), org.id());
        assertThat(members()).isEmpty();

        push.push(app, "Staff", org.id());

        assertThat(members()).containsExactly("id-ada@app.example");
    }

    @Test
    void an_ended_push_leaves_the_group_or_deletes_it_and_never_its_people() {
        administer.assign(app, member("ada@app.example").id(), org.id());
        push.push(app, "Staff", org.id());
        push.stop(app, "Staff", false, org.id());
        assertThat(inApp).containsKey("/Groups/id-Staff");
        push.push(app, "Staff", org.id());

        push.stop(app, "Staff", true, org.id());

        assertThat(inApp).containsOnlyKeys("/Users/id-ada@app.example");
        assertThat(pushes.of(app)).isEmpty();
    }

    @Test
    void a_group_that_was_deleted_in_the_app_is_made_again_when_its_members_change() {
        push.push(app, "Staff", org.id());
        inApp.clear();

        administer.assign(app, member("ada@app.example").id(), org.id());

        assertThat(members()).containsExactly("id-ada@app.example");
    }

    @Test
    void is_refused_where_the_integration_does_not_create_groups_and_to_others() {
        var without = generated(List.of(Scim.GroupOperation.READ));

        assertThat(push.push(without, "Staff", org.id()))
                .isInstanceOfSatisfying(
                        PushGroups.Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("page 2"));
        assertThat(push.push(app, "Staff", acme.organization().id())).isInstanceOf(PushGroups.Outcome.Unknown.class);
        assertThat(push.pause(app, "Staff", org.id())).isInstanceOf(PushGroups.Outcome.Unknown.class);
    }

    @Test
    void a_busy_app_is_asked_once_then_left_alone_and_told_everything_when_tried_again() {
        member("ada@app.example");
        member("bea@app.example");
        member("cleo@app.example");
        push.push(app, "Staff", org.id());
        busy = true;

        administer.assignGroup(app, "Staff", true, org.id());

        assertThat(refused).containsExactly("GET /Users");
        assertThat(log.of(org.id()))
                .filteredOn(entry -> entry.event().equals("Assigned"))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.outcome()).contains("busy", "Try again in a while"))
                .allMatch(ProvisioningLog.Entry::open);
        assertThat(again.all(org.id())).contains(new TellAgain.Sum(0, 3));
        busy = false;
        assertThat(again.all(org.id())).contains(new TellAgain.Sum(3, 0));
        assertThat(members())
                .containsExactlyInAnyOrder("id-ada@app.example", "id-bea@app.example", "id-cleo@app.example");
        assertThat(log.of(org.id())).noneMatch(ProvisioningLog.Entry::open);
    }

    @Test
    void what_is_tried_again_is_how_it_stands_now() {
        var ada = member("ada@app.example");
        administer.assign(app, ada.id(), org.id());
        busy = true;
        administer.unassign(app, ada.id(), org.id());
        var old = open();
        administer.assign(app, ada.id(), org.id());
        busy = false;

        assertThat(again.one(old, org.id())).as("tried since").isEmpty();
        assertThat(again.one(open(), acme.organization().id()))
                .as("of another organisation")
                .isEmpty();
        assertThat(again.one(open(), org.id()))
                .contains(new TellAgain.Outcome.Told(new Provisioned.Done("id-ada@app.example")));

        assertThat(inApp.get("/Users/id-ada@app.example").path("active").asBoolean())
                .isTrue();
    }

    @Test
    void a_group_that_a_busy_app_did_not_take_is_deleted_or_pushed_when_tried_again() {
        push.push(app, "Staff", org.id());
        busy = true;
        assertThat(push.stop(app, "Staff", true, org.id()))
                .isInstanceOfSatisfying(
                        PushGroups.Outcome.Told.class,
                        told -> assertThat(told.provisioned()).isInstanceOf(Provisioned.NotReached.class));
        push.push(app, "Sales", org.id());
        busy = false;

        again.all(org.id());

        assertThat(inApp).containsOnlyKeys("/Groups/id-Sales");
        assertThat(pushes.of(app)).extracting(GroupPushes.Push::group).containsExactly("Sales");
    }

    private long open() {
        return log.of(org.id()).stream()
                .filter(ProvisioningLog.Entry::open)
                .findFirst()
                .orElseThrow()
                .number();
    }
}
