package dev.oin.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import dev.oin.gate.EvaluateGate;
import dev.oin.submission.PageFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Pages of an instance: what costs something is asked before, secrets are shown once and noted, provisioning is authorized; and the manual plan before the certification. */
@OnSurface
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstancePagesIT {

    @MockitoSpyBean
    private EvaluateGate gate;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient client;

    @LocalServerPort
    private int port;

    private World world;
    private String draft;
    private String scim;
    private String oidc;
    private String secret;

    @BeforeAll
    void furnish() {
        doReturn(true).when(gate).isOpenForSubmitter(any());
        world = new World(context, port);
        draft = world.isv
                .post("/submissions", "{\"protocols\":[\"OIDC\",\"SCIM\"]}")
                .text("/id");
        var page = PageFixture.pages().configuration();
        page.remove(java.util.List.of("saml", "ul"));
        page.withObjectProperty("catalog").put("display_name", "Pages HR");
        world.isv.put("/submissions/" + draft + "/configuration", page.toString(), "\"1\"");
        scim = world.isv
                .post("/submissions/" + draft + "/instances", "{\"protocols\":[\"SCIM\"]}")
                .text("/id");
        var generated = world.isv.post("/submissions/" + draft + "/instances", "{\"protocols\":[\"OIDC\"]}");
        oidc = generated.text("/id");
        secret = generated.text("/oidc/client_secret");
        assertThat(secret).hasSizeGreaterThan(40);
    }

    private String path(String instance, String rest) {
        return "/submissions/%s/instances/%s/%s".formatted(draft, instance, rest);
    }

    @Test
    void what_costs_something_is_asked_before() {
        var isv = world.as("super");

        assertThat(isv.get(path(oidc, "deactivate")).body())
                .contains("Deactivate &quot;Pages HR 2&quot;", "no longer counts as active", "Keep it as it is");
        assertThat(isv.get(path(oidc, "delete")).body()).contains("an entry in the timeline stays");
        assertThat(isv.get(path(oidc, "tester-add")).body()).contains("Add to Tester");
        assertThat(world.isv.get("/instances/" + oidc).text("/active"))
                .as("nothing was done yet")
                .isEqualTo("true");
        assertThat(world.as("outsider").get(path(oidc, "deactivate")).status()).isEqualTo(404);
        assertThat(world.as("reader").get(path(oidc, "deactivate")).status()).isEqualTo(403);
    }

    @Test
    void a_client_secret_is_masked_until_somebody_asks_and_that_is_noted() {
        var isv = world.as("both");
        assertThat(isv.get("/submissions/" + draft + "/testing").body())
                .contains("Show client secret")
                .doesNotContain(secret);
        assertThat(world.isv.get("/instances/" + oidc).body()).doesNotContain(secret);
        var before = reveals();

        assertThat(isv.form(path(oidc, "client-secret"), "").status()).isEqualTo(302);

        assertThat(isv.get("/submissions/" + draft + "/testing").body()).contains(secret);
        assertThat(isv.get("/submissions/" + draft + "/testing").body()).doesNotContain(secret);
        assertThat(reveals()).isEqualTo(before + 1);
        assertThat(world.isv.get("/submissions/" + draft + "/timeline").body())
                .contains("CLIENT_SECRET_REVEALED")
                .doesNotContain(secret);
        assertThat(world.as("app").form(path(oidc, "client-secret"), "").status())
                .isEqualTo(403);
        assertThat(world.as("outsider").form(path(oidc, "client-secret"), "").status())
                .isEqualTo(404);
        assertThat(reveals()).isEqualTo(before + 1);
    }

    private int reveals() {
        return client.sql("select count(*) from submission_audit where submission = ?::uuid and kind = 'REVEAL'")
                .param(draft)
                .query(Integer.class)
                .single();
    }

    @Test
    void provisioning_is_authorized_at_the_app_and_nowhere_else() {
        var isv = world.as("super");
        assertThat(isv.get(path(scim, "provisioning")).body())
                .contains(
                        "Authenticate with Pages HR", "/provisioning/callback", "https://app.example.com/token", "oin")
                .doesNotContain("fixture client secret");

        assertThat(isv.form(path(scim, "provisioning/authorize"), "").status()).isEqualTo(302);
        var page = isv.get(path(scim, "provisioning")).body();
        assertThat(page).contains("https://app.example.com/authorize?response_type=code", "code_challenge_method=S256");
        var state = page.replaceAll("(?s).*state=([A-Za-z0-9_-]+).*", "$1");

        for (var other : java.util.List.of("both", "outsider")) {
            var stolen = world.as(other).get("/provisioning/callback?code=injected&state=" + state);
            assertThat(stolen.header("Location")).as(other).endsWith("/");
        }
        assertThat(isv.get("/provisioning/callback?code=x&state=guessed").header("Location"))
                .endsWith("/");
        var denied =
                isv.get("/provisioning/callback?error=access_denied&error_description=%3Cscript%3E&state=" + state);
        assertThat(denied.header("Location")).endsWith("/instances/" + scim + "/provisioning");
        assertThat(isv.get(path(scim, "provisioning")).body())
                .contains("Not connected.", "access was not allowed", "&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(isv.get("/provisioning/callback?error=access_denied&state=" + state)
                        .header("Location"))
                .as("a state is used once")
                .endsWith("/");
        assertThat(world.isv.get("/instances/" + scim).text("/scim/credentials_set"))
                .isEqualTo("false");
    }

    @Test
    void another_organisations_provisioning_is_not_there() {
        for (var rest : java.util.List.of("provisioning")) {
            assertThat(world.as("outsider").get(path(scim, rest)).status()).isEqualTo(404);
        }
        for (var rest : java.util.List.of(
                "scim",
                "provisioning/test",
                "provisioning/authorize",
                "provisioning/disconnect",
                "provisioning/safeguard")) {
            assertThat(world.as("outsider")
                            .form(path(scim, rest), "token=x&percent=50")
                            .status())
                    .as(rest)
                    .isEqualTo(404);
        }
    }

    @Test
    void what_was_handed_in_is_not_handed_in_again_and_that_is_no_fault() {
        var there = world.names.get("held");

        var answer = world.as("super").form("/submissions/" + there + "/submit", "certified=true&revision=1");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(world.as("super").get("/submissions/" + there).body()).contains("Submitted already.");
    }

    @Test
    void a_token_cannot_take_the_place_of_an_authorization_over_the_api() {
        var answer = world.isv.send("PATCH", "/instances/" + scim, "{\"scim\":{\"token\":\"t\"}}", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("scim.token.oauth");
    }

    @Test
    void nobody_certifies_while_the_manual_plan_is_open_neither_on_the_page_nor_over_the_api() {
        var plan = world.isv.get("/submissions/" + draft + "/manual-plan");
        assertThat(plan.json().path("items")).hasSize(61);
        assertThat(plan.json().path("open").asInt()).isPositive();

        var certified = world.isv.put("/submissions/" + draft + "/certification", "{\"certified\":true}", "");

        assertThat(certified.status()).isEqualTo(409);
        assertThat(certified.body()).contains("manual SCIM plan");
        assertThat(world.isv.get("/submissions/" + draft + "/gate").body()).contains("cases are open or failed");
        assertThat(world.as("super")
                        .get("/submissions/" + draft + "/manual-plan")
                        .body())
                .contains("C9290", "Assign to the app", "Before: the app is added, provisioning is enabled")
                .doesNotContain("C9342");

        world.as("super")
                .form(
                        "/submissions/" + draft + "/manual-plan",
                        "pass-open=1&result.C9290=FAIL&note.C9290=The+name+is+missing+%3Cb%3E&result.C9291=&note.C9291=Slow");

        var judged = world.isv.get("/submissions/" + draft + "/manual-plan").json();
        assertThat(judged.path("open").asInt()).isEqualTo(1);
        assertThat(judged.path("items"))
                .filteredOn(item -> item.path("id").asText().equals("C9291"))
                .singleElement()
                .satisfies(item -> assertThat(item.toString()).contains("PASS", "Slow"));
        assertThat(world.isv
                        .put("/submissions/" + draft + "/certification", "{\"certified\":true}", "")
                        .status())
                .isEqualTo(409);
        assertThat(world.as("super")
                        .get("/submissions/" + draft + "/manual-plan")
                        .body())
                .contains("The name is missing &lt;b&gt;");
        world.isv.put("/submissions/" + draft + "/manual-plan", "[{\"id\":\"C9290\",\"result\":\"PASS\"}]", "");
        assertThat(world.isv
                        .put("/submissions/" + draft + "/certification", "{\"certified\":true}", "")
                        .status())
                .isEqualTo(200);
        assertThat(world.isv
                        .put("/submissions/" + draft + "/manual-plan", "[{\"id\":\"C1\",\"result\":\"PASS\"}]", "")
                        .status())
                .isEqualTo(422);
        assertThat(world.as("outsider")
                        .get("/submissions/" + draft + "/manual-plan")
                        .status())
                .isEqualTo(404);
    }
}
