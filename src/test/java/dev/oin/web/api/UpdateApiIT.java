package dev.oin.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.account.StaffRole;
import dev.oin.catalog.Publication;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.HandIn;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.PageFixture;
import dev.oin.submission.SubmissionState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** Updates of a published integration (T15 to T17, EL-2 to EL-8, review-process 7). */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UpdateApiIT {

    private static final String FUNCTIONAL = "{\"kind\":\"FUNCTIONAL\"}";
    private static final String RETIRE = "{\"reason\":\"The product ends.\"}";
    private static final String CATALOG = "{\"kind\":\"CATALOG\"}";

    private final AccountFixture accounts;
    private final HandIn handIn;
    private final MoveSubmission moves;
    private final Publication publication;

    @LocalServerPort
    int port;

    private Organization organization;
    private Account owner;
    private ApiClient isv;
    private String published;
    private String integration;

    UpdateApiIT(AccountFixture accounts, HandIn handIn, MoveSubmission moves, Publication publication) {
        this.accounts = accounts;
        this.handIn = handIn;
        this.moves = moves;
        this.publication = publication;
    }

    @BeforeEach
    void publish() {
        organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        isv = new ApiClient(port, accounts.token(owner));
        published =
                isv.post("/submissions", "{\"protocols\":[\"SAML\",\"SCIM\"]}").text("/id");
        integration = isv.get("/submissions/" + published).text("/integration_id");
        assertThat(isv.put("/submissions/" + published + "/configuration", page().toString(), "\"1\"")
                        .status())
                .isEqualTo(200);
        var tests = PageFixture.pages().testInformation();
        tests.remove("oidc_test");
        assertThat(isv.put("/submissions/" + published + "/test-information", tests.toString(), "\"2\"")
                        .status())
                .isEqualTo(200);
        generate(published, "SAML");
        generate(published, "SCIM");
        var id = SubmissionId.of(published);
        handIn.handIn(id, owner.id());
        publication.publish(id);
        moves.into(id, SubmissionState.PUBLISHED);
    }

    @Test
    @Tag("T15")
    void an_update_begins_with_what_customers_have() {
        var started = isv.post(updates(), FUNCTIONAL);

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.header("Location")).isEqualTo("/api/v1/submissions/" + started.text("/id"));
        assertThat(started.text("/kind")).isEqualTo("FUNCTIONAL");
        assertThat(started.text("/state")).isEqualTo("DRAFT");
        assertThat(started.text("/integration_id")).isEqualTo(integration);
        assertThat(started.text("/configuration/saml/acs_url")).isEqualTo("https://app.example.com/acs");
        assertThat(started.json().at("/test_information/password_set").asBoolean())
                .as("an update copies no password")
                .isFalse();
        assertThat(isv.get("/submissions/" + published).text("/state")).isEqualTo("PUBLISHED");
    }

    @Test
    void one_update_at_a_time() {
        isv.post(updates(), FUNCTIONAL);

        var second = isv.post(updates(), CATALOG);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/detail")).contains("finish or discard it first");
    }

    @Test
    void a_kind_is_one_of_two() {
        for (var body : List.of("{}", "{\"kind\":\"NEW\"}")) {
            assertThat(isv.post(updates(), body).status()).isEqualTo(422);
        }
        assertThat(isv.post(updates(), "{\"kind\":\"FUNCTIONAL\",\"x\":1}").status())
                .isEqualTo(400);
    }

    @Test
    void nobody_else_starts_an_update() {
        var stranger = new ApiClient(port, accounts.token(accounts.superAdmin()));
        var reader = new ApiClient(port, accounts.token(accounts.member(organization, MemberRole.READ_ONLY)));
        var lead = new ApiClient(port, accounts.token(accounts.staff(StaffRole.LEAD)));

        assertThat(stranger.post(updates(), FUNCTIONAL).status()).isEqualTo(404);
        assertThat(stranger.post(updates(), "{}").status()).isEqualTo(404);
        assertThat(reader.post(updates(), FUNCTIONAL).status()).isEqualTo(403);
        assertThat(lead.post(updates(), FUNCTIONAL).status()).isEqualTo(403);
    }

    @Test
    void what_was_never_published_has_no_update() {
        var draft = isv.post("/submissions", "{\"protocols\":[\"SAML\"]}");
        isv.send("DELETE", "/submissions/" + draft.text("/id"), "", "");

        var rejected = isv.post("/submissions", "{\"protocols\":[\"SAML\"]}");
        moves.into(SubmissionId.of(rejected.text("/id")), SubmissionState.REJECTED);

        assertThat(isv.post("/integrations/" + draft.text("/integration_id") + "/updates", FUNCTIONAL)
                        .status())
                .isEqualTo(404);
        assertThat(isv.post("/integrations/" + rejected.text("/integration_id") + "/updates", FUNCTIONAL)
                        .status())
                .isEqualTo(409);
    }

    /** EL-3: the app trusts the instance already, so it stands for the published version. */
    @Test
    void the_instance_of_the_published_version_becomes_its_published_one() {
        var update = isv.post(updates(), FUNCTIONAL).text("/id");

        var saml = instance(update, "SAML");
        assertThat(saml.at("/kind").asText()).isEqualTo("PUBLISHED");
        assertThat(saml.at("/eligible").asBoolean()).isTrue();
        assertThat(unmet(update)).contains("G-05", "G-11").doesNotContain("G-09", "G-10");
    }

    /** EL-1, EL-2, EL-5: an edit ends what was made for the update, and leaves what stands for the published version. */
    @Test
    void an_edit_of_the_update_leaves_the_published_instance_eligible() {
        var update = isv.post(updates(), FUNCTIONAL).text("/id");
        var scim = instance(update, "SCIM");
        assertThat(scim.at("/eligible").asBoolean()).isTrue();

        var changed = page();
        changed.withObjectProperty("saml").put("audience", "https://app.example.com/other");
        isv.put("/submissions/" + update + "/configuration", changed.toString(), "\"1\"");

        assertThat(instance(update, "SAML").at("/eligible").asBoolean()).isTrue();
        assertThat(instance(update, "SCIM").at("/eligible").asBoolean()).isFalse();
        isv.put("/submissions/" + update + "/configuration", page().toString(), "\"2\"");
        assertThat(instance(update, "SCIM").at("/eligible").asBoolean()).isTrue();
    }

    /** EL-6, EL-8: it can be made again at any time, and is not deleted. */
    @Test
    void a_published_instance_is_made_from_the_published_version_whatever_the_draft_says() {
        var update = isv.post(updates(), FUNCTIONAL).text("/id");
        var changed = page();
        changed.withObjectProperty("saml").put("acs_url", "https://new.example.com/acs");
        isv.put("/submissions/" + update + "/configuration", changed.toString(), "\"1\"");

        var made =
                isv.post("/submissions/" + update + "/instances", "{\"kind\":\"PUBLISHED\",\"protocols\":[\"SAML\"]}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/evaluated/acs_url")).isEqualTo("https://app.example.com/acs");
        isv.send("PATCH", "/instances/" + made.text("/id"), "{\"active\":false}", "");
        var deletion = isv.send("DELETE", "/instances/" + made.text("/id"), "", "");
        assertThat(deletion.status()).isEqualTo(422);
        assertThat(deletion.text("/errors/0/rule")).isEqualTo("EL-8");
    }

    @Test
    void a_new_integration_has_no_published_instance() {
        var draft = isv.post("/submissions", "{\"protocols\":[\"SAML\"]}").text("/id");

        var refused =
                isv.post("/submissions/" + draft + "/instances", "{\"kind\":\"PUBLISHED\",\"protocols\":[\"SAML\"]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/rule")).isEqualTo("EL-2");
    }

    @Test
    void an_update_keeps_the_protocols_that_customers_use() {
        var update = isv.post(updates(), FUNCTIONAL).text("/id");

        var less = isv.put("/submissions/" + update + "/protocols", "{\"protocols\":[\"SAML\"]}", "\"1\"");
        var more = isv.put(
                "/submissions/" + update + "/protocols", "{\"protocols\":[\"SAML\",\"SCIM\",\"OIDC\"]}", "\"1\"");
        var back = isv.put("/submissions/" + update + "/protocols", "{\"protocols\":[\"SAML\",\"SCIM\"]}", "\"2\"");

        assertThat(less.status()).isEqualTo(422);
        assertThat(less.text("/errors/0/rule")).isEqualTo("PR-8");
        assertThat(more.status()).isEqualTo(200);
        assertThat(back.status()).isEqualTo(200);
    }

    @Test
    @Tag("T16")
    void a_catalog_only_update_changes_catalog_information_and_needs_no_test() throws Exception {
        var update = isv.post(updates(), CATALOG).text("/id");
        var description = page();
        description.withObjectProperty("catalog").put("description", "Keeps staff records, now in colour.");
        var audience = description.deepCopy();
        audience.withObjectProperty("saml").put("audience", "https://app.example.com/other");

        var saved = isv.put("/submissions/" + update + "/configuration", description.toString(), "\"1\"");
        var refused = isv.put("/submissions/" + update + "/configuration", audience.toString(), "\"2\"");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("start a functional update");
        assertThat(unmet(update)).containsExactlyInAnyOrder("G-04", "G-20");
        isv.putImage("/submissions/" + update + "/logo", ApiClient.png(200, 200), "\"2\"");
        assertThat(unmet(update)).containsExactly("G-20");
    }

    /** T17: discarding reverts to what is published; the instances of the published version stay. */
    @Test
    @Tag("T17")
    void discarding_an_update_leaves_the_published_integration_as_it_was() {
        var update = isv.post(updates(), FUNCTIONAL).text("/id");
        var saml = instance(update, "SAML").at("/id").asText();

        var discarded = isv.send("DELETE", "/submissions/" + update, "", "");

        assertThat(discarded.status()).isEqualTo(204);
        assertThat(isv.get("/instances/" + saml).status()).isEqualTo(200);
        var next = isv.post(updates(), FUNCTIONAL);
        assertThat(next.status()).isEqualTo(201);
        assertThat(instance(next.text("/id"), "SAML").at("/id").asText()).isEqualTo(saml);
    }

    @Test
    @Tag("T18")
    void a_lead_takes_an_integration_out_of_the_catalog() {
        var lead = new ApiClient(port, accounts.token(accounts.staff(StaffRole.LEAD)));
        var analyst = new ApiClient(port, accounts.token(accounts.staff(StaffRole.ANALYST)));
        var customer = new ApiClient(port, "");
        var slug = "/catalog/" + organization.slug();
        assertThat(customer.get(slug).status()).isEqualTo(200);

        var refused = analyst.post(slug + "/retire", RETIRE);
        var own = isv.post(slug + "/retire", RETIRE);
        var retired = lead.post(slug + "/retire", RETIRE);

        assertThat(List.of(refused.status(), own.status(), retired.status())).containsExactly(403, 403, 204);
        assertThat(customer.get(slug).status()).isEqualTo(410);
        assertThat(isv.get("/submissions/" + published).text("/state")).isEqualTo("RETIRED");
        assertThat(isv.post(updates(), FUNCTIONAL).status()).isEqualTo(409);
        assertThat(lead.post(slug + "/retire", RETIRE).status()).isEqualTo(409);
    }

    private void generate(String submission, String protocol) {
        var body = "{\"kind\":\"CURRENT\",\"protocols\":[\"%s\"]}".formatted(protocol);
        assertThat(isv.post("/submissions/" + submission + "/instances", body).status())
                .isEqualTo(201);
    }

    private JsonNode instance(String submission, String protocol) {
        var items = isv.get("/submissions/" + submission + "/instances").json().at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.at("/protocols").toString().contains(protocol))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> unmet(String submission) {
        var requirements =
                isv.get("/submissions/" + submission + "/gate").json().at("/requirements");
        return StreamSupport.stream(requirements.spliterator(), false)
                .filter(requirement -> requirement.at("/status").asText().equals("NOT_MET"))
                .map(requirement -> requirement.at("/id").asText())
                .collect(Collectors.toSet());
    }

    private String updates() {
        return "/integrations/" + integration + "/updates";
    }

    private ObjectNode page() {
        var page = PageFixture.pages().configuration();
        page.remove(List.of("oidc", "ul"));
        page.withObjectProperty("catalog").put("display_name", organization.slug());
        return page;
    }
}
