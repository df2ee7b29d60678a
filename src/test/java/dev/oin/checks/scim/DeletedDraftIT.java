package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.checks.LeftInApps;
import dev.oin.checks.MadeInApps;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.PageFixture;
import dev.oin.web.api.ApiClient;
import dev.oin.workflow.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/** What becomes of a run's test data in the app when the draft is deleted while the run, whose node died, waits to be resumed. */
@OinSpringTest
@Import(AccountFixture.class)
@TestPropertySource(properties = "oin.egress.allow=127.0.0.0/8,localhost")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DeletedDraftIT {

    private final AccountFixture accounts;
    private final MadeInApps made;
    private final LeftInApps left;
    private final JdbcClient client;
    private final ScimFixture app = new ScimFixture(Weakness.NONE);

    @LocalServerPort
    int port;

    private ApiClient api;
    private Visitor ada;
    private String draft;
    private String sandbox;
    private InstanceId instance;

    DeletedDraftIT(AccountFixture accounts, MadeInApps made, LeftInApps left, JdbcClient client) {
        this.accounts = accounts;
        this.made = made;
        this.left = left;
        this.client = client;
    }

    @BeforeEach
    void install() {
        var organization = accounts.organization();
        var owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        accounts.setPassword(owner);
        ada = new Visitor(port);
        ada.signIn(owner.email(), AccountFixture.PASSWORD);
        api = new ApiClient(port, accounts.token(owner));
        sandbox = "/sandbox/" + organization.slug();
        draft = api.post("/submissions", "{\"protocols\":[\"SCIM\"]}").text("/id");
        api.put(
                "/submissions/" + draft + "/configuration",
                configuration(organization).toString(),
                "\"1\"");
        var generated = api.post(
                        "/submissions/" + draft + "/instances", "{\"kind\":\"CURRENT\",\"protocols\":[\"SCIM\"]}")
                .text("/id");
        api.send("PATCH", "/instances/" + generated, "{\"scim\":{\"token\":\"" + ScimFixture.TOKEN + "\"}}", "");
        instance = new InstanceId(UUID.fromString(generated));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void what_the_run_made_is_taken_out_of_the_app_before_the_credentials_go() {
        deadRun("juno@example.com");

        assertThat(api.send("DELETE", "/submissions/" + draft, "", "").status()).isEqualTo(204);

        assertThat(app.users()).doesNotContainKey("u1").isNotEmpty();
        assertThat(ada.get(sandbox).body()).doesNotContain("Left in apps");
    }

    @Test
    void what_an_app_that_does_not_answer_keeps_is_listed_until_it_is_taken_off_the_list() {
        deadRun("mira@example.com");
        app.close();

        assertThat(api.send("DELETE", "/submissions/" + draft, "", "").status()).isEqualTo(204);

        var listed = ada.get(sandbox).body();
        assertThat(listed)
                .contains("Left in apps", "mira@example.com", app.scimServer().base() + "/Users/u1");
        var number = listed.replaceFirst("(?s).*left-in-apps\".*?name=\"number\" value=\"(\\d+)\".*", "$1");
        ada.submit(sandbox, sandbox + "/left-in-apps", "number=" + number);
        assertThat(ada.get(sandbox).body()).contains("Taken off the list").doesNotContain("mira@example.com");
    }

    @Test
    void another_organisation_takes_nothing_off_the_list() {
        deadRun("ivo@example.com");
        app.close();
        api.send("DELETE", "/submissions/" + draft, "", "");
        var stranger = accounts.organization();

        var number = client.sql("select max(number) from check_left_in_apps")
                .query(Long.class)
                .single();

        assertThat(left.forget(number, stranger.id())).isFalse();
        assertThat(ada.get(sandbox).body()).contains("ivo@example.com");
    }

    /** A run whose node died after it had made somebody. */
    private void deadRun(String name) {
        var run = new RunId(UUID.randomUUID());
        client.sql("""
                        insert into check_runs (id, organization, integration, submission, suite, origin, instance, version,
                            cases, planned, status, requested_at, handed_over_at, started_at)
                        select :run, organization, integration, submission, 'SCIM_SPEC', 'ISV', id, version, '{}', '{}',
                            'RUNNING', now(), now(), now() from sandbox_instances where id = :instance""")
                .param("run", run.value())
                .param("instance", instance.value())
                .update();
        app.users()
                .put("u1", JsonNodeFactory.instance.objectNode().put("id", "u1").put("userName", name));
        made.made(run, instance, "/Users/u1", name);
    }

    private ObjectNode configuration(Organization organization) {
        var document = PageFixture.pages().configuration();
        document.remove(List.of("oidc", "saml", "ul"));
        document.withObjectProperty("catalog").put("display_name", organization.slug());
        document.withObjectProperty("scim")
                .put("base_url", app.scimServer().base().toString())
                .put("auth_mode", "BEARER")
                .remove("oauth");
        return document;
    }
}
