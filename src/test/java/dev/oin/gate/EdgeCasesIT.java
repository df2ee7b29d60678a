package dev.oin.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.catalog.Publication;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.BackwardCompatibility;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.HandIn;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.PageFixture;
import dev.oin.submission.SubmissionState;
import dev.oin.web.api.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/**
 * The edge cases of testing-rules 8 by their numbers, over the API. Cases 1, 11 and 13 are pure and stand in {@code RulesTest}; case 10 stands with the tester.
 */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EdgeCasesIT {

    private final AccountFixture accounts;
    private final Assignments assignments;
    private final Instances instances;
    private final BackwardCompatibility compatibility;
    private final HandIn handIn;
    private final MoveSubmission moves;
    private final Publication publication;
    private final JdbcClient client;

    @LocalServerPort
    int port;

    private Organization organization;
    private Account owner;
    private ApiClient isv;

    EdgeCasesIT(
            AccountFixture accounts,
            Assignments assignments,
            Instances instances,
            BackwardCompatibility compatibility,
            HandIn handIn,
            MoveSubmission moves,
            Publication publication,
            JdbcClient client) {
        this.accounts = accounts;
        this.assignments = assignments;
        this.instances = instances;
        this.compatibility = compatibility;
        this.handIn = handIn;
        this.moves = moves;
        this.publication = publication;
        this.client = client;
    }

    @BeforeEach
    void join() {
        organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        isv = new ApiClient(port, accounts.token(owner));
    }

    @Test
    void case_2_an_edited_description_makes_instances_ineligible() {
        var draft = proven("SAML");
        assertThat(unmet(draft)).doesNotContain("G-05", "G-07");

        change(draft, page("SAML", "catalog", "description", "Another sentence about staff records."));

        assertThat(unmet(draft)).contains("G-05", "G-07");
    }

    @Test
    void case_3_saving_the_same_pages_again_invalidates_nothing() {
        var draft = proven("SAML");
        var before = unmet(draft);

        change(draft, page("SAML"));

        assertThat(unmet(draft)).isEqualTo(before).doesNotContain("G-05", "G-07");
    }

    @Test
    void case_4_another_assignment_removes_results_and_case_5_that_of_a_run_keeps_them() {
        var draft = proven("SAML");
        var instance = instance(draft);

        assignments.assignForRun(InstanceId.of(instance), somebody(), new RunId(UUID.randomUUID()));
        assertThat(unmet(draft)).doesNotContain("G-07");
        isv.post(
                "/instances/" + instance + "/assignments",
                "{\"person_id\":\"" + somebody().value() + "\"}");

        assertThat(unmet(draft)).contains("G-07").doesNotContain("G-05", "G-06");
    }

    @Test
    void case_6_an_inactive_instance_is_refused_and_counts_again_when_it_is_activated() {
        var draft = proven("SAML");
        var instance = instance(draft);

        isv.send("PATCH", "/instances/" + instance, "{\"active\":false}", "");
        assertThat(unmet(draft)).contains("G-06");
        isv.send("PATCH", "/instances/" + instance, "{\"active\":true}", "");

        assertThat(unmet(draft)).doesNotContain("G-05", "G-06", "G-07", "G-08");
    }

    @Test
    void taking_an_instance_out_of_the_tester_removes_its_results() {
        var draft = proven("SAML");
        var slot = "/submissions/" + draft + "/tester/SAML/CURRENT";
        var instance = instance(draft);

        isv.send("DELETE", slot, "", "");
        isv.put(slot, "{\"instance_id\":\"" + instance + "\"}", null);

        assertThat(unmet(draft)).contains("G-07").doesNotContain("G-05", "G-06");
    }

    @Test
    void case_7_just_in_time_switched_on_ends_the_combined_instance() {
        var draft = draft("SAML", "SCIM");
        var combined = "{\"kind\":\"CURRENT\",\"protocols\":[\"SAML\",\"SCIM\"]}";
        assertThat(isv.post("/submissions/" + draft + "/instances", combined).status())
                .isEqualTo(201);
        assertThat(unmet(draft)).doesNotContain("G-05", "G-12", "G-21");

        var tests = tests("SAML");
        tests.withObjectProperty("saml_test").put("jit", true);
        isv.put("/submissions/" + draft + "/test-information", tests.toString(), etag(draft));

        assertThat(unmet(draft)).contains("G-05", "G-12");
        var refused = isv.post("/submissions/" + draft + "/instances", combined);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/message")).contains("would both create the user");
    }

    @Test
    void case_8_without_the_initiate_uri_the_idp_case_disappears() {
        var draft = proven("OIDC");
        assertThat(gate(draft)).contains("IdP flow for OIDC");

        var page = page("OIDC");
        page.withObjectProperty("oidc").remove("initiate_login_uri");
        change(draft, page);

        assertThat(gate(draft)).contains("SP flow for OIDC").doesNotContain("IdP flow");
    }

    @Test
    void case_9_of_an_edit_and_a_submit_at_once_one_wins_and_the_loser_is_told() {
        var draft = proven("SAML");
        var seen = etag(draft);
        change(draft, page("SAML", "catalog", "description", "Edited by the other admin."));

        var late = isv.send("POST", "/submissions/" + draft + "/submit", "{\"certified\":true}", seen);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains(owner.displayName());
        assertThat(isv.get("/submissions/" + draft).text("/state")).isEqualTo("DRAFT");
    }

    @Test
    void case_12_the_result_of_another_submission_meets_no_gate() {
        var other = draft("SCIM");
        generate(other, "SCIM");
        var run = passed(other, "SCIM_SPEC", "SPEC-01.1");
        var link =
                isv.post("/runs/" + run + "/share", "{\"expires_in_days\":1}").text("/url");
        var draft = draft("SAML", "SCIM");

        isv.put(
                "/submissions/" + draft + "/scim-results",
                "{\"spec_results_url\":\"%s\",\"crud_results_url\":null}".formatted(link),
                "");

        assertThat(gate(draft)).contains("The SPEC result at this link is a result of another integration.");
    }

    @Test
    void case_14_nine_migrated_variables_stay_and_a_tenth_is_refused() {
        var draft = draft("SAML");
        client.sql(
                        "update integrations set migrated = true where id = (select integration from submissions where id = :id)")
                .param("id", UUID.fromString(draft))
                .update();
        var nine = page("SAML");
        variables(nine, 9);
        client.sql(
                        "update submissions set content = jsonb_set(content, '{configuration,variables}', :nine::jsonb) where id = :id")
                .param("nine", nine.get("variables").toString())
                .param("id", UUID.fromString(draft))
                .update();
        variables(nine, 10);

        var tenth = isv.put("/submissions/" + draft + "/configuration", nine.toString(), etag(draft));

        assertThat(tenth.status()).isEqualTo(422);
        assertThat(tenth.text("/errors/0/rule")).isEqualTo("X-4");
    }

    @Test
    void case_15_an_expression_that_needs_a_new_variable_breaks_the_published_instance() {
        var published = draft("SAML");
        isv.putImage("/submissions/" + published + "/logo", png(), etag(published));
        generate(published, "SAML");
        handIn.handIn(SubmissionId.of(published), owner.id());
        publication.publish(SubmissionId.of(published));
        moves.into(SubmissionId.of(published), SubmissionState.PUBLISHED);
        var integration = isv.get("/submissions/" + published).text("/integration_id");
        var update = isv.post("/integrations/" + integration + "/updates", "{\"kind\":\"FUNCTIONAL\"}")
                .text("/id");
        var page = page("SAML", "saml", "acs_url", "https://${org.region}.example.com/acs");
        page.withArray("variables").addObject().put("label", "Region").put("name", "region");
        change(update, page);

        var installed = instances.of(SubmissionId.of(update)).stream()
                .filter(instance -> instance.kind() == Instance.Kind.PUBLISHED)
                .findFirst()
                .orElseThrow();

        assertThat(compatibility.problems(installed)).isNotEmpty();
        assertThat(isv.post(
                                "/submissions/" + update + "/instances",
                                "{\"kind\":\"CURRENT\",\"protocols\":[\"SAML\"],\"variables\":{\"region\":\"eu\"}}")
                        .status())
                .isEqualTo(201);
    }

    /** A draft whose tester cases have all passed on its instance. */
    private String proven(String protocol) {
        var draft = draft(protocol);
        generate(draft, protocol);
        isv.put(
                "/submissions/" + draft + "/tester/" + protocol + "/CURRENT",
                "{\"instance_id\":\"" + instance(draft) + "\"}",
                "");
        passed(draft, "SUBMISSION_TESTER", "IDP_FLOW", "SP_FLOW");
        return draft;
    }

    private String draft(String... protocols) {
        var chosen = "{\"protocols\":[\"" + String.join("\",\"", protocols) + "\"]}";
        var draft = isv.post("/submissions", chosen).text("/id");
        change(draft, page(String.join(" ", protocols)));
        isv.put(
                "/submissions/" + draft + "/test-information",
                tests(String.join(" ", protocols)).toString(),
                etag(draft));
        return draft;
    }

    private void change(String draft, ObjectNode page) {
        assertThat(isv.put("/submissions/" + draft + "/configuration", page.toString(), etag(draft))
                        .status())
                .isEqualTo(200);
    }

    private void generate(String draft, String protocol) {
        assertThat(isv.post(
                                "/submissions/" + draft + "/instances",
                                "{\"kind\":\"CURRENT\",\"protocols\":[\"" + protocol + "\"]}")
                        .status())
                .isEqualTo(201);
    }

    private String instance(String draft) {
        return isv.get("/submissions/" + draft + "/instances").text("/items/0/id");
    }

    /** A finished run of today in which the checks passed. */
    private String passed(String draft, String suite, String... checks) {
        var run = UUID.randomUUID();
        var now = Instant.now().plus(1, ChronoUnit.SECONDS);
        var submission = isv.get("/submissions/" + draft);
        var instance = isv.get("/submissions/" + draft + "/instances");
        client.sql("""
                        insert into check_runs (id, organization, integration, submission, suite, origin, instance, version, cases, planned,
                            status, verdict, requested_at, started_at, finished_at)
                        values (:id, :organization, :integration, :submission, :suite, 'ISV', :instance, :version, '{}', '{}',
                            'FINISHED', 'PASSED', :now, :now, :now)""")
                .param("id", run)
                .param("organization", organization.id().value())
                .param("integration", UUID.fromString(submission.text("/integration_id")))
                .param("submission", UUID.fromString(draft))
                .param("suite", suite)
                .param("instance", UUID.fromString(instance.text("/items/0/id")))
                .param("version", instance.json().at("/items/0/version").asInt())
                .param("now", Timestamp.from(now))
                .update();
        for (var check : checks) {
            client.sql("""
                            insert into check_results (run, check_id, position, title, severity, clause, verdict, expected, observed, remedy,
                                started_at, finished_at, attempts)
                            values (:run, :check, 1, 'title', 'REQUIRED', '', 'PASSED', '', '', '', :now, :now, 1)""")
                    .param("run", run)
                    .param("check", check)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return run.toString();
    }

    private PersonId somebody() {
        var answer = isv.post(
                "/people",
                "{\"given_name\":\"Ada\",\"family_name\":\"Byron\",\"email\":\"%s@example.com\"}"
                        .formatted(UUID.randomUUID()));
        return new PersonId(UUID.fromString(answer.text("/id")));
    }

    private Set<String> unmet(String draft) {
        var unmet = new TreeSet<String>();
        isv.get("/submissions/" + draft + "/gate").json().at("/requirements").forEach(requirement -> {
            if (requirement.at("/status").asText().equals("NOT_MET")) {
                unmet.add(requirement.at("/id").asText());
            }
        });
        return unmet;
    }

    private String gate(String draft) {
        return isv.get("/submissions/" + draft + "/gate").body();
    }

    private String etag(String draft) {
        return isv.get("/submissions/" + draft).header("ETag");
    }

    private ObjectNode page(String protocols) {
        var page = PageFixture.pages().configuration();
        List.of("oidc", "saml", "scim").stream()
                .filter(section -> !protocols.contains(section.toUpperCase(Locale.ROOT)))
                .forEach(page::remove);
        page.remove("ul");
        page.withObjectProperty("catalog").put("display_name", organization.slug());
        return page;
    }

    private ObjectNode page(String protocols, String section, String member, String value) {
        var page = page(protocols);
        page.withObjectProperty(section).put(member, value);
        return page;
    }

    private static ObjectNode tests(String protocols) {
        var tests = PageFixture.pages().testInformation();
        List.of("oidc", "saml").stream()
                .filter(section -> !protocols.contains(section.toUpperCase(Locale.ROOT)))
                .forEach(section -> tests.remove(section + "_test"));
        return tests;
    }

    private static void variables(ObjectNode page, int count) {
        var rows = page.withArray("variables");
        rows.removeAll();
        IntStream.range(0, count)
                .forEach(number -> rows.addObject().put("label", "V" + number).put("name", "v" + number));
    }

    private static byte[] png() {
        try {
            return ApiClient.png(200, 200);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
