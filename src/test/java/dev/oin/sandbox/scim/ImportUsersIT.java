package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import dev.oin.egress.LoopbackServer;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.ImportSafeguards;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonPasswords;
import dev.oin.sandbox.SandboxTest;
import dev.oin.sandbox.scim.ImportUsers.Outcome;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.Mapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Import of an app's users (manual cases C9303, C9304), with the import safeguard. */
@SandboxTest
class ImportUsersIT {

    private final HandedIn handedIn;
    private final GenerateInstance generate;
    private final ChangeInstance change;
    private final Assignments assignments;
    private final People people;
    private final ImportUsers imports;
    private final ProvisioningLog log;
    private final Instances instances;
    private final ImportSafeguards safeguards;
    private final PersonPasswords passwords;
    private final AcmeSandbox acme;
    private final List<String> users = new ArrayList<>();
    private final LoopbackServer server = LoopbackServer.answering(this::answer);
    private boolean refuses;

    private AcmeSandbox.Org org;
    private Instance app;

    @Autowired
    ImportUsersIT(
            JdbcClient client,
            HandedIn handedIn,
            GenerateInstance generate,
            ChangeInstance change,
            Assignments assignments,
            People people,
            ImportUsers imports,
            ImportSafeguards safeguards,
            PersonPasswords passwords,
            ProvisioningLog log,
            Instances instances) {
        this.log = log;
        this.instances = instances;
        this.handedIn = handedIn;
        this.generate = generate;
        this.change = change;
        this.assignments = assignments;
        this.people = people;
        this.imports = imports;
        this.safeguards = safeguards;
        this.passwords = passwords;
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (refuses) {
            LoopbackServer.send(exchange, 401, "{\"detail\":\"Token expired\",\"status\":\"401\"}");
            return;
        }
        var query = Pattern.compile("startIndex=(\\d+)&count=(\\d+)")
                .matcher(exchange.getRequestURI().getQuery());
        var start = query.find() ? Integer.parseInt(query.group(1)) : 1;
        var page = users.stream()
                .skip(start - 1L)
                .limit(Integer.parseInt(query.group(2)))
                .toList();
        LoopbackServer.send(
                exchange,
                200,
                "{\"totalResults\":%d,\"startIndex\":%d,\"itemsPerPage\":%d,\"Resources\":[%s]}"
                        .formatted(users.size(), start, page.size(), String.join(",", page)));
    }

    private void user(String name, boolean active) {
        users.add(
                "{\"id\":\"id-%1$s\",\"userName\":\"%1$s@app.example\",\"name\":{\"givenName\":\"%1$s\",\"familyName\":\"Doe\"},\"emails\":[{\"value\":\"%1$s@app.example\"}],\"active\":%2$s}"
                        .formatted(name, active));
    }

    @BeforeEach
    void install() {
        org = acme.organization();
        var scim = new Scim(
                server.url("/scim").toString(),
                null,
                Scim.AuthMode.BEARER,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                        mapping("userName", "login"),
                        mapping("emails", "email"),
                        mapping("name.givenName", "firstName"),
                        mapping("name.familyName", "lastName"),
                        mapping("title", "title"),
                        mapping("nickName", "nickName")));
        var content = new Content(
                Set.of(Protocol.SCIM),
                new Configuration(null, null, null, null, scim, null),
                null,
                Content.of(Set.of()).testInformation());
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(Protocol.SCIM), null, Map.of());
        app = ((GenerateInstance.Outcome.Generated) generate.generate(
                        handedIn.draft(org.id(), content).id(), order, new AccountId(UUID.randomUUID())))
                .instance();
        change.connectScim(app.id(), org.id(), null, "token");
    }

    private static Mapping mapping(String source, String target) {
        return new Mapping(Mapping.Direction.TO_PLATFORM, source, target, Mapping.Scope.USER_OR_GROUP, false);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_came_of_an_import_is_listed() {
        user("jo", true);
        imports.run(app);
        refuses = true;
        imports.run(app);

        assertThat(log.of(org.id()))
                .extracting(ProvisioningLog.Entry::event, ProvisioningLog.Entry::result, ProvisioningLog.Entry::open)
                .containsExactly(
                        tuple("Import", ProvisioningLog.Result.NOT_DONE, false),
                        tuple("Import", ProvisioningLog.Result.DONE, false));
    }

    @Test
    void an_instance_that_is_not_connected_is_not_imported_from_and_nothing_is_noted() {
        change.disconnectScim(app.id(), org.id());

        var outcome = imports.run(instances.find(app.id()).orElseThrow());

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(log.of(org.id())).isEmpty();
    }

    @Test
    void active_users_come_in_and_who_is_there_already_is_linked() {
        acme.person(org, "jo@app.example");
        user("jo", true);
        user("kim", true);
        user("lee", false);

        assertThat(imports.run(app)).isEqualTo(new Outcome.Imported(3, 2, 0, 0, 1));
        assertThat(assigned()).containsExactlyInAnyOrder("jo@app.example", "kim@app.example");
        assertThat(people.of(org.id())).hasSize(2);
        assertThat(imports.run(app)).isEqualTo(new Outcome.Imported(3, 0, 2, 0, 1));
    }

    @Test
    void whoever_comes_in_can_sign_in_once_a_password_is_set() {
        user("kim", true);
        imports.run(app);
        var kim = people.findByEmail("kim@app.example", org.id()).orElseThrow().id();

        assertThat(passwords.matches(kim, "")).isFalse();
        people.resetPassword(kim, org.id(), AcmeSandbox.PASSWORD);
        assertThat(passwords.matches(kim, AcmeSandbox.PASSWORD)).isTrue();
    }

    @Test
    void a_person_is_what_the_mappings_to_the_platform_say() {
        users.add(
                "{\"id\":\"9\",\"userName\":\"gh\",\"title\":\"Rear admiral\",\"name\":{\"givenName\":\"Grace\",\"familyName\":\"Hopper\"},"
                        + "\"emails\":[{\"value\":\"home@app.example\"},{\"value\":\"grace@app.example\",\"primary\":true}],\"active\":true}");

        imports.run(app);

        assertThat(people.of(org.id())).singleElement().satisfies(person -> {
            assertThat(person.email()).isEqualTo("grace@app.example");
            assertThat(person.fullName()).isEqualTo("Grace Hopper");
            assertThat(person.attributes()).containsExactly(Map.entry("title", "Rear admiral"));
        });
    }

    @Test
    void more_users_than_a_page_come_in_once_each() {
        for (var number = 0; number < 120; number++) {
            user("u" + number, true);
        }

        assertThat(imports.run(app)).isEqualTo(new Outcome.Imported(120, 120, 0, 0, 0));
        assertThat(assigned()).hasSize(120);
    }

    @Test
    void who_is_gone_from_the_app_loses_the_assignment_up_to_a_fifth() {
        List.of("a", "b", "c", "d", "e").forEach(name -> user(name, true));
        imports.run(app);
        users.removeFirst();

        assertThat(imports.run(app)).isEqualTo(new Outcome.Imported(4, 0, 4, 1, 0));
        assertThat(assigned()).hasSize(4);
    }

    @Test
    void the_safeguard_stops_an_import_that_would_unassign_more_and_changes_nothing() {
        List.of("a", "b", "c", "d", "e").forEach(name -> user(name, true));
        imports.run(app);
        users.removeFirst();
        users.removeFirst();
        user("new", true);

        assertThat(imports.run(app)).isEqualTo(new Outcome.Stopped(2, 5, 20));
        assertThat(assigned()).hasSize(5).doesNotContain("new@app.example");
        assertThat(safeguards.set(app.id(), 40, org.id())).isTrue();
        assertThat(imports.run(app)).isEqualTo(new Outcome.Imported(4, 1, 3, 2, 0));
    }

    @Test
    void a_safeguard_is_a_percentage_and_its_owners() {
        assertThat(safeguards.of(app.id())).isEqualTo(20);
        assertThat(safeguards.set(app.id(), 101, org.id())).isFalse();
        assertThat(safeguards.set(app.id(), -1, org.id())).isFalse();
        assertThat(safeguards.set(app.id(), 50, acme.organization().id())).isFalse();
        assertThat(safeguards.of(app.id())).isEqualTo(20);
    }

    @Test
    void refused_credentials_are_told_with_their_cause() {
        refuses = true;

        assertThat(imports.run(app))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("expired", "Make a new token"));
    }

    private Set<String> assigned() {
        return assignments.of(app.id()).stream().map(Person::email).collect(Collectors.toSet());
    }
}
