package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.PageFixture;
import dev.oin.web.api.ApiClient;
import dev.oin.workflow.Visitor;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/** Entitlement management, switched on, over the whole product: declaration, what people are given on the page, and the suite's run. */
@OinSpringTest
@Import(AccountFixture.class)
@TestPropertySource(properties = {"oin.egress.allow=127.0.0.0/8,localhost", "oin.features.entitlements=true"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EntitlementsInProductIT {

    private static final String USUAL = "\"map\": {\"id\": \"id\", \"display_name\": \"displayName\"}";

    private final AccountFixture accounts;
    private final ScimFixture app = ScimFixture.withEntitlements(Weakness.NONE);

    @LocalServerPort
    int port;

    private ApiClient api;
    private Visitor ada;
    private String draft;
    private String instance;
    private String person;
    private String sandbox;
    private String page;

    EntitlementsInProductIT(AccountFixture accounts) {
        this.accounts = accounts;
    }

    @BeforeEach
    void install() {
        var organization = accounts.organization();
        var owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        api = new ApiClient(port, accounts.token(owner));
        ada = visitor(owner);
        draft = api.post("/submissions", "{\"protocols\":[\"SCIM\",\"ENTITLEMENTS\"]}")
                .text("/id");
        api.put(
                "/submissions/" + draft + "/configuration",
                configuration(organization).toString(),
                "\"1\"");
        instance = api.post("/submissions/" + draft + "/instances", "{\"kind\":\"CURRENT\",\"protocols\":[\"SCIM\"]}")
                .text("/id");
        api.send("PATCH", "/instances/" + instance, "{\"scim\":{\"token\":\"" + ScimFixture.TOKEN + "\"}}", "");
        person = api.post(
                        "/people",
                        "{\"given_name\":\"Bo\",\"family_name\":\"Byron\",\"email\":\"bo-%s@example.com\"}"
                                .formatted(UUID.randomUUID()))
                .text("/id");
        api.post("/instances/" + instance + "/assignments", "{\"person_id\":\"" + person + "\"}");
        sandbox = "/sandbox/" + organization.slug();
        page = sandbox + "/instances/" + instance + "/entitlements";
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void the_page_offers_all_that_the_app_has_and_finds_one_by_its_name() {
        var all = ada.get(page + "?person=" + person).body();
        var found = ada.get(page + "?person=" + person + "&find=SITE+13").body();

        assertThat(all).contains("value=\"roles/role-3\"", "value=\"entitlements/site-130\"", "Find by name");
        assertThat(found)
                .contains("value=\"entitlements/site-13\"", "value=\"entitlements/site-130\"", "2 of 136 have")
                .doesNotContain("value=\"entitlements/site-12\"", "value=\"roles/role-1\"");
    }

    @Test
    void what_the_app_takes_is_given_and_what_it_refuses_is_said_to_be_refused() {
        give("entitlements/site-130");
        assertThat(shown()).contains("Given here, but not in the app: Site 130", "A license is required");

        give("entitlements/license-1");
        assertThat(shown()).contains("Given: License 1. The app took it.");
        tryAgain("Given Site 130");
        assertThat(ada.get(sandbox).body()).contains("Told. The app took it.");
        assertThat(held("entitlements")).contains("license-1", "site-130");

        give("entitlements/license-2");
        assertThat(shown())
                .contains("Given here, but not in the app: License 2", "answered with 400", "One license is allowed")
                .doesNotContain("The app took it");
        assertThat(held("entitlements")).doesNotContain("license-2");
        assertThat(ada.get(sandbox).body()).contains("Given License 2", "One license is allowed", "Not done");

        ada.submit(pageOf(), page, "person=" + person + "&entitlement=entitlements/site-130&given=false");
        assertThat(shown()).contains("Taken away: Site 130. The app took it.");
        assertThat(held("entitlements")).contains("license-1").doesNotContain("site-130");
    }

    @Test
    void a_busy_app_is_told_later_from_the_page_and_by_the_api() {
        give("entitlements/license-1");
        app.closed(true);

        var unassigned = api.send("DELETE", "/instances/" + instance + "/assignments/" + person, "", "");
        var pushed = api.put("/instances/" + instance + "/group-pushes/Everyone", "{\"active\":true}", null);

        assertThat(unassigned.status()).isEqualTo(204);
        assertThat(pushed.status()).isEqualTo(409);
        assertThat(pushed.text("/detail")).contains("it is busy", "503");
        assertThat(ada.get(sandbox).body()).contains("Try all 2 again", "Unassigned", "it is busy");
        assertThat(held("active")).isEqualTo("true");
        app.closed(false);
        ada.submit(sandbox, sandbox + "/provisioning", "");
        assertThat(ada.get(sandbox).body())
                .contains("Told 2. Nothing is left to tell.")
                .doesNotContain("Try again:");
        assertThat(held("active")).isEqualTo("false");
    }

    private void tryAgain(String event) {
        var button = Pattern.compile("name=\"entry\" value=\"(\\d+)\"[^/]*aria-label=\"Try again: " + event)
                .matcher(ada.get(sandbox).body());
        assertThat(button.find()).isTrue();
        ada.submit(sandbox, sandbox + "/provisioning", "entry=" + button.group(1));
    }

    @Test
    void the_app_is_asked_for_its_lists_once_and_again_when_somebody_wants_that() {
        shown();
        give("entitlements/license-1");
        assertThat(shown()).contains("What the app offers was read at", "Read again");
        assertThat(asked()).isEqualTo(1);

        ada.submit(pageOf(), page, "person=" + person + "&again=true");
        shown();

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void lists_that_could_not_be_read_are_asked_for_at_the_next_view() {
        app.closed(true);
        assertThat(shown()).contains("or did not answer");
        app.closed(false);

        assertThat(shown()).contains("value=\"roles/role-3\"");
    }

    private long asked() {
        return app.calls().stream()
                .filter(call -> call.equals("GET /ResourceTypes"))
                .count();
    }

    @Test
    void nobody_is_given_what_the_app_does_not_offer() {
        give("entitlements/site-131");

        assertThat(shown()).contains("Not changed: the app does not offer it");
    }

    @Test
    void others_people_and_instances_are_not_found() {
        var stranger = visitor(accounts.superAdmin());

        assertThat(stranger.get(pageOf()).status()).isEqualTo(404);
        assertThat(stranger.submit("/organization", page, "person=" + person + "&entitlement=roles/role-1")
                        .status())
                .isEqualTo(404);
        assertThat(ada.get(page + "?person=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(ada.get(sandbox + "/instances/" + UUID.randomUUID() + "/entitlements?person=" + person)
                        .status())
                .isEqualTo(404);
        assertThat(app.calls()).noneMatch(call -> call.startsWith("PATCH"));
    }

    @Test
    void a_run_of_the_suite_fills_its_field_and_meets_the_gate() {
        assertThat(gate("G-17")).isEqualTo("NOT_MET");

        var run = api.post(
                        "/submissions/" + draft + "/runs",
                        "{\"suite\":\"scim-entitlements\",\"instance_id\":\"" + instance + "\"}")
                .text("/id");
        var ended = api.get("/runs/" + run + "?wait=60");

        assertThat(ended.text("/verdict")).isEqualTo("PASSED");
        assertThat(gate("G-17")).isEqualTo("MET");
        assertThat(ada.get("/submissions/" + draft + "/testing").body()).contains("SCIM entitlements");
    }

    private void give(String entitlement) {
        ada.submit(pageOf(), page, "person=" + person + "&entitlement=" + entitlement);
    }

    private String shown() {
        return ada.get(pageOf()).body();
    }

    private String pageOf() {
        return page + "?person=" + person;
    }

    private String held(String attribute) {
        return app.users().values().stream()
                .filter(user -> user.path("userName").asText().startsWith("bo-"))
                .findFirst()
                .orElseThrow()
                .path(attribute)
                .toString();
    }

    private String gate(String id) {
        var requirements = api.get("/submissions/" + draft + "/gate").json().at("/requirements");
        for (var requirement : requirements) {
            if (requirement.path("id").asText().equals(id)) {
                return requirement.path("status").asText();
            }
        }
        return "";
    }

    private Visitor visitor(Account account) {
        accounts.setPassword(account);
        var visitor = new Visitor(port);
        visitor.signIn(account.email(), AccountFixture.PASSWORD);
        return visitor;
    }

    private ObjectNode configuration(Organization organization) {
        var document = PageFixture.pages().configuration();
        document.remove(List.of("oidc", "saml", "ul"));
        document.withObjectProperty("catalog").put("display_name", organization.slug());
        var scim = document.withObjectProperty("scim");
        scim.put("base_url", app.scimServer().base().toString())
                .put("auth_mode", "BEARER")
                .remove("oauth");
        scim.putArray("user_ops")
                .add("CREATE")
                .add("READ")
                .add("UPDATE")
                .add("DEACTIVATE")
                .add("PATCH_USER");
        document.set("ent", PageFixture.read("""
                {"types": [{"resource_type": "Role", "endpoint": "/Roles", "multi_valued": true, %1$s},
                           {"resource_type": "License", "endpoint": "/Licenses", "required": true, %1$s},
                           {"resource_type": "Site", "endpoint": "/Sites", "multi_valued": true, %1$s}]}""".formatted(USUAL)));
        return document;
    }
}
