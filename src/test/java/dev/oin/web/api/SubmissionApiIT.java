package dev.oin.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.StaffRole;
import dev.oin.account.TokenScope;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.PageFixture;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Versions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SubmissionApiIT {

    private static final String SAML_AND_SCIM = "{\"protocols\":[\"SAML\",\"SCIM\"]}";
    private static final String CANARY = "canary-8d1f-password";
    private static final String OTHER_CANARY = "canary-77aa-client";

    private final AccountFixture accounts;
    private final MoveSubmission moves;
    private final Versions versions;
    private final JdbcClient client;

    @LocalServerPort
    int port;

    private Account owner;
    private ApiClient isv;

    SubmissionApiIT(AccountFixture accounts, MoveSubmission moves, Versions versions, JdbcClient client) {
        this.accounts = accounts;
        this.moves = moves;
        this.versions = versions;
        this.client = client;
    }

    @BeforeEach
    void signUp() {
        owner = accounts.superAdmin();
        isv = new ApiClient(port, accounts.token(owner));
    }

    @Test
    void says_who_the_token_is() {
        var me = isv.get("/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/email")).isEqualTo(owner.email());
        assertThat(me.json().at("/roles/0").asText()).isEqualTo("SUPER_ADMIN");
        assertThat(me.json().at("/organization/verified_domains").size()).isEqualTo(1);
    }

    @Test
    void nobody_gets_in_without_a_token() {
        for (var token : List.of("", "oin_nonsense", "x")) {
            var answer = new ApiClient(port, token).get("/me");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void a_reading_token_writes_nothing() {
        var reading = new ApiClient(port, accounts.token(owner, TokenScope.READ));

        assertThat(reading.post("/submissions", SAML_AND_SCIM).status()).isEqualTo(403);
        assertThat(reading.get("/submissions").status()).isEqualTo(200);
    }

    @Test
    @Tag("T1")
    void a_submission_starts_as_a_draft() {
        var created = isv.post("/submissions", SAML_AND_SCIM);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/submissions/" + created.text("/id"));
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.text("/state")).isEqualTo("DRAFT");
        assertThat(created.text("/waits_for")).isEqualTo("ISV");
        assertThat(created.json().at("/protocols").toString()).isEqualTo("[\"SAML\",\"SCIM\"]");
        assertThat(created.json().at("/problems")).isNotEmpty();
        assertThat(isv.get("/submissions").json().at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void a_sign_in_recipe_is_kept_for_its_protocol() {
        var recipe = "/submissions/" + draft() + "/sign-in-recipe?protocol=";

        var put = isv.put(recipe + "SAML", "{\"before\":[{\"click\":\"#go\"}]}", null);

        assertThat(put.status()).isEqualTo(200);
        assertThat(isv.get(recipe + "SAML").text("/before/0/click")).isEqualTo("#go");
        assertThat(isv.get(recipe + "OIDC").json().at("/before")).isEmpty();
    }

    @Test
    void what_a_recipe_types_is_shown_as_dots_and_kept_when_they_come_back() {
        var recipe = "/submissions/" + draft() + "/sign-in-recipe?protocol=SAML";
        isv.put(
                recipe,
                "{\"before\":[{\"type\":\"{email}\",\"into\":\"#who\"},{\"type\":\"canary-one\",\"into\":\"#code\"}]}",
                null);

        var shown = isv.get(recipe);
        var again = isv.put(recipe, shown.body(), null);
        var moved = isv.put(recipe, shown.body().replace("#code", "#elsewhere"), null);

        assertThat(shown.body()).contains("{email}", "••••••").doesNotContain("canary");
        assertThat(again.body()).isEqualTo(shown.body());
        assertThat(moved.status()).isEqualTo(422);
        assertThat(moved.text("/errors/0/field")).isEqualTo("before[1].type");
    }

    @Test
    void a_sign_in_recipe_says_which_step_is_wrong() {
        var recipe = "/submissions/" + draft() + "/sign-in-recipe?protocol=SAML";

        var put = isv.put(recipe, "{\"before\":[{\"click\":\"#go\",\"open\":\"https://app.example/\"}]}", null);

        assertThat(put.status()).isEqualTo(422);
        assertThat(put.text("/errors/0/field")).isEqualTo("before[0]");
        assertThat(isv.get(recipe).json().at("/before")).isEmpty();
    }

    @Test
    void another_organisation_s_sign_in_recipe_is_unknown() {
        var recipe = "/submissions/" + draft() + "/sign-in-recipe?protocol=SAML";
        var stranger = new ApiClient(port, accounts.token(accounts.superAdmin()));

        assertThat(stranger.get(recipe).status()).isEqualTo(404);
        assertThat(stranger.put(recipe, "{}", null).status()).isEqualTo(404);
    }

    @Test
    void what_was_put_is_what_is_read() {
        var id = draft();
        var page = configuration();

        var saved = isv.put("/submissions/" + id + "/configuration", page, "\"1\"");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        var read = isv.get("/submissions/" + id);
        assertThat(read.text("/configuration/saml/acs_url")).isEqualTo("https://app.example.com/acs");
        assertThat(read.text("/updated_by")).isEqualTo(owner.displayName());
        var again = isv.put(
                "/submissions/" + id + "/configuration",
                read.json().at("/configuration").toString(),
                "\"2\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).as("nothing changed").isEqualTo("\"2\"");
    }

    @Test
    void complete_pages_have_no_problems() throws Exception {
        var id = complete();

        var problems = isv.get("/submissions/" + id).json().at("/problems");

        assertThat(problems).isEmpty();
    }

    @Test
    void a_stale_etag_says_who_was_faster() {
        var id = draft();
        isv.put("/submissions/" + id + "/configuration", configuration(), "\"1\"");

        var late = isv.put("/submissions/" + id + "/configuration", "{}", "\"1\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("/changed_by")).isEqualTo(owner.displayName());
        assertThat(late.text("/changed_at")).isNotBlank();
        assertThat(isv.get("/submissions/" + id).text("/configuration/saml/acs_url"))
                .isNotEmpty();
    }

    @Test
    void a_write_without_an_etag_is_refused() {
        var id = draft();

        assertThat(isv.put("/submissions/" + id + "/configuration", "{}", null).status())
                .isEqualTo(428);
        assertThat(isv.put("/submissions/" + id + "/protocols", "{\"protocols\":[]}", null)
                        .status())
                .isEqualTo(428);
        assertThat(isv.put("/submissions/" + id + "/configuration", "{}", "seven")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"catalog":{"display_nam":"x"}}            | 400 | catalog.display_nam
            {"catalog":{"display_name":7}}             | 400 | display_name
            {"catalog":[]}                             | 400 | catalog
            {"variables":{}}                           | 400 | variables
            {"saml":{"acs_endpoints":[{"index":"1"}]}} | 400 | saml.acs_endpoints[0].index
            {"scim":{"auth_mode":"BASIC"}}             | 422 | scim.auth_mode
            {"catalog":{"use_cases":["Cooking"]}}      | 422 | use_cases
            {"oidc":{"redirect_uris":[]}}              | 422 | oidc
            []                                         | 400 | ``
            """)
    void bad_input_is_named_and_changes_nothing(String body, int status, String field) {
        var id = draft();

        var answer = isv.put("/submissions/" + id + "/configuration", body, "\"1\"");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field == null ? "" : field);
        assertThat(isv.get("/submissions/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"protocols":["SAML"]} trailing
            {"protocols":["SAML"],"protocols":["OIDC"]}
            {"protocols":["SAML"
            ``
            """)
    void broken_json_is_refused(String body) {
        var answer = isv.post("/submissions", body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_body_larger_than_any_call_needs_is_refused() {
        var id = draft();
        var huge = "{\"catalog\":{\"description\":\"" + "x".repeat(2_000_000) + "\"}}";

        assertThat(isv.put("/submissions/" + id + "/configuration", huge, "\"1\"")
                        .status())
                .isEqualTo(413);
        assertThat(isv.putChunked("/submissions/" + id + "/configuration", huge, "\"1\"")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void protocols_that_are_not_offered_are_refused() {
        assertThat(isv.post("/submissions", "{\"protocols\":[\"SWA\"]}").status())
                .isEqualTo(422);
        assertThat(isv.post("/submissions", "{\"protocols\":\"SAML\"}").status())
                .isEqualTo(400);
        assertThat(isv.post("/submissions", "{\"protocol\":[\"SAML\"]}").status())
                .isEqualTo(400);
    }

    @Test
    void entitlement_management_is_refused_while_it_is_switched_off() {
        var refused = isv.post("/submissions", "{\"protocols\":[\"SCIM\",\"ENTITLEMENTS\"]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().toString()).contains("oin.features.entitlements");
    }

    @Test
    void taking_a_protocol_away_deletes_its_section() throws Exception {
        var id = complete();
        var etag = isv.get("/submissions/" + id).header("ETag");

        var saved = isv.put("/submissions/" + id + "/protocols", "{\"protocols\":[\"SAML\"]}", etag);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().at("/configuration/scim").isMissingNode()).isTrue();
        assertThat(client.sql(
                                "select count(*) from submission_secrets where submission = ?::uuid and name like 'scim%'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_logo_is_kept_as_it_is_drawn_anew() throws Exception {
        var id = draft();

        var put = isv.putImage("/submissions/" + id + "/logo", ApiClient.png(200, 200), "\"1\"");

        assertThat(put.status()).isEqualTo(204);
        assertThat(put.header("ETag")).isEqualTo("\"2\"");
        var read = isv.get("/submissions/" + id + "/logo");
        assertThat(read.header("Content-Type")).isEqualTo("image/png");
        assertThat(isv.get("/submissions/" + id).json().at("/logo/width").asInt())
                .isEqualTo(200);
    }

    @Test
    void bad_images_are_refused() throws Exception {
        var id = draft();
        var path = "/submissions/" + id + "/logo";

        assertThat(isv.putImage(path, ApiClient.png(300, 300), "\"1\"").status())
                .isEqualTo(422);
        assertThat(isv.putImage(path, "<svg/>".getBytes(), "\"1\"").status()).isEqualTo(415);
        assertThat(isv.putImage(path, new byte[1_048_576], "\"1\"").status()).isEqualTo(413);
        assertThat(isv.putImage(path, new byte[0], "\"1\"").status()).isEqualTo(415);
        assertThat(isv.putImage(path, ApiClient.png(200, 200), null).status()).isEqualTo(428);
        assertThat(isv.get("/submissions/" + id).header("ETag")).isEqualTo("\"1\"");
        assertThat(isv.get(path).status()).isEqualTo(404);
    }

    static Stream<String[]> routes() {
        return Stream.of(
                new String[] {"GET", "/submissions/%s"},
                new String[] {"GET", "/submissions/%s?wait=1"},
                new String[] {"PUT", "/submissions/%s/protocols"},
                new String[] {"PUT", "/submissions/%s/configuration"},
                new String[] {"PUT", "/submissions/%s/test-information"},
                new String[] {"PUT", "/submissions/%s/logo"},
                new String[] {"GET", "/submissions/%s/logo"},
                new String[] {"GET", "/submissions/%s/versions"},
                new String[] {"GET", "/submissions/%s/versions/1"},
                new String[] {"GET", "/submissions/%s/timeline"},
                new String[] {"GET", "/submissions/%s/manifest"},
                new String[] {"PUT", "/submissions/%s/manifest"},
                new String[] {"GET", "/submissions/%s/diff"},
                new String[] {"POST", "/submissions/%s/preview"},
                new String[] {"DELETE", "/submissions/%s"});
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_foreign_id_is_not_found(String method, String path) {
        var id = draft();
        var stranger = new ApiClient(port, accounts.token(accounts.superAdmin()));

        for (var etag : List.of("\"1\"", "")) {
            var answer = stranger.send(method, path.formatted(id), "{\"protocols\":[]}", etag);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(owner.displayName());
        }
        assertThat(isv.get("/submissions/" + id).status()).isEqualTo(200);
        assertThat(stranger.get("/submissions").json().at("/total").asInt()).isZero();
        assertThat(stranger.get("/integrations").json().at("/total").asInt()).isZero();
    }

    @Test
    void a_change_that_is_refused_in_part_changes_nothing() {
        var ada = isv.send(
                "POST",
                "/people",
                "{\"given_name\":\"Ada\",\"family_name\":\"L\",\"email\":\"ada@parts.example\"}",
                "");
        var path = "/people/" + ada.text("/id");

        var refused = isv.send("PATCH", path, "{\"given_name\":\"Grace\",\"password\":\"short\"}", "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(isv.get(path).text("/given_name")).isEqualTo("Ada");
    }

    @Test
    void an_id_that_is_none_is_not_found() {
        assertThat(isv.get("/submissions/1").status()).isEqualTo(404);
        assertThat(isv.get("/nowhere").status()).isEqualTo(404);
        assertThat(isv.send("PATCH", "/me", "{}", "").status()).isEqualTo(405);
    }

    @Test
    void roles_decide_who_edits_and_who_sees() {
        var organization = accounts.organization();
        var app = as(accounts.member(organization, MemberRole.APP_ADMIN));
        var people = as(accounts.member(organization, MemberRole.ORG_ADMIN));
        var reader = as(accounts.member(organization, MemberRole.READ_ONLY));
        var id = app.post("/submissions", SAML_AND_SCIM).text("/id");

        assertThat(app.put("/submissions/" + id + "/configuration", "{}", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(reader.get("/submissions/" + id).status()).isEqualTo(200);
        assertThat(reader.put("/submissions/" + id + "/configuration", "{}", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(reader.send("DELETE", "/submissions/" + id, "", "").status()).isEqualTo(403);
        assertThat(people.get("/submissions/" + id).status()).isEqualTo(403);
        assertThat(people.get("/submissions").status()).isEqualTo(403);
        assertThat(people.post("/submissions", SAML_AND_SCIM).status()).isEqualTo(403);
    }

    @Test
    void the_team_reads_everything_and_edits_nothing() {
        var id = draft();
        var analyst = as(accounts.staff(StaffRole.ANALYST));

        assertThat(analyst.get("/submissions/" + id).status()).isEqualTo(200);
        assertThat(analyst.put("/submissions/" + id + "/configuration", "{}", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(analyst.post("/submissions", SAML_AND_SCIM).status()).isEqualTo(403);
    }

    @Test
    void while_the_team_reviews_only_the_test_account_can_be_replaced() throws Exception {
        var id = complete();
        moves.into(SubmissionId.of(id), SubmissionState.QA_TESTING);
        var etag = isv.get("/submissions/" + id).header("ETag");
        var path = "/submissions/" + id;

        assertThat(isv.put(path + "/configuration", configuration(), etag).status())
                .isEqualTo(409);
        assertThat(isv.put(path + "/protocols", "{\"protocols\":[\"SAML\"]}", etag)
                        .status())
                .isEqualTo(409);
        assertThat(isv.putImage(path + "/logo", ApiClient.png(200, 200), etag).status())
                .isEqualTo(409);
        assertThat(isv.put(path + "/test-information", "{\"instructions\":\"other\"}", etag)
                        .status())
                .isEqualTo(409);
        var replaced = isv.put(path + "/test-information", "{\"username\":\"new\",\"password\":\"new one\"}", etag);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/test_information/username")).isEqualTo("new");
        assertThat(replaced.text("/test_information/instructions")).isNotEmpty();
        assertThat(isv.get(path + "/timeline").body()).contains("TEST_ACCOUNT_REPLACED");
        assertThat(isv.send("DELETE", path, "", "").status()).isEqualTo(409);
    }

    @Test
    void while_the_isv_fixes_everything_but_the_protocols_can_be_edited() throws Exception {
        var id = complete();
        moves.into(SubmissionId.of(id), SubmissionState.ISV_FIX);
        var etag = isv.get("/submissions/" + id).header("ETag");

        assertThat(isv.put("/submissions/" + id + "/protocols", "{\"protocols\":[\"SAML\"]}", etag)
                        .status())
                .isEqualTo(409);
        assertThat(isv.put("/submissions/" + id + "/configuration", "{}", etag).status())
                .isEqualTo(200);
    }

    @Test
    void waiting_ends_when_the_state_is_left() throws Exception {
        var id = draft();
        var waiting = CompletableFuture.supplyAsync(() -> isv.get("/submissions/" + id + "?wait=60&until_not=DRAFT"));

        moves.into(SubmissionId.of(id), SubmissionState.INITIAL_REVIEW);

        assertThat(waiting.get(20, TimeUnit.SECONDS).text("/state")).isEqualTo("INITIAL_REVIEW");
    }

    @Test
    void waiting_ends_when_the_time_is_up() {
        var id = draft();

        var answer = isv.get("/submissions/" + id + "?wait=1&until_not=DRAFT");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/state")).isEqualTo("DRAFT");
        assertThat(isv.get("/submissions/" + id + "?wait=1&until_not=PUBLISHED").status())
                .isEqualTo(200);
        assertThat(isv.get("/submissions/" + id + "?wait=-1").status()).isEqualTo(400);
        assertThat(isv.get("/submissions/" + id + "?wait=1&until_not=NOWHERE").status())
                .isEqualTo(400);
    }

    @Test
    @Tag("T17")
    void a_deleted_draft_is_gone() {
        var id = draft();

        assertThat(isv.send("DELETE", "/submissions/" + id, "", "").status()).isEqualTo(204);

        assertThat(isv.get("/submissions/" + id).status()).isEqualTo(404);
        assertThat(isv.get("/submissions").json().at("/total").asInt()).isZero();
    }

    @Test
    void the_eleventh_open_submission_is_refused() {
        for (var number = 0; number < 10; number++) {
            draft();
        }

        assertThat(isv.post("/submissions", SAML_AND_SCIM).status()).isEqualTo(409);
    }

    @Test
    void a_preview_shows_what_expressions_come_to_and_where_they_cannot_be_read() {
        var id = draft();
        var page = PageFixture.pages()
                .with("variables", "[{\"label\":\"Sub\",\"name\":\"sub\"}]")
                .with("saml.acs_url", "\"https://${org.sub}.example.org/acs\"")
                .with("saml.audience", "\"${org.nowhere}\"")
                .with("oidc", "null")
                .with("ul", "null")
                .configuration()
                .toString();
        isv.put("/submissions/" + id + "/configuration", page, "\"1\"");

        var preview = isv.post("/submissions/" + id + "/preview", "{\"variables\":{\"sub\":\"acme\"}}");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text("/expressions/0/field")).isEqualTo("saml.acs_url");
        assertThat(preview.text("/expressions/0/value")).isEqualTo("https://acme.example.org/acs");
        assertThat(preview.json().at("/expressions"))
                .filteredOn(one -> one.at("/field").asText().equals("saml.audience"))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/error/position").asInt()).isEqualTo(2));
        assertThat(isv.get("/submissions/" + id).header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"variables":{"sub":5}}      | 400
            {"variables":["sub"]}        | 400
            {"values":{}}                | 400
            []                           | 400
            {"variables":{"nobody":"x"}} | 422
            """)
    void a_preview_takes_declared_variables_only(String body, int status) {
        assertThat(isv.post("/submissions/" + draft() + "/preview", body).status())
                .isEqualTo(status);
    }

    @Test
    void lists_are_paged() {
        draft();
        draft();
        draft();

        var second = isv.get("/submissions?page=2&size=2");

        assertThat(second.json().at("/items").size()).isEqualTo(1);
        assertThat(second.json().at("/total").asInt()).isEqualTo(3);
        assertThat(isv.get("/submissions?size=201").status()).isEqualTo(400);
        assertThat(isv.get("/submissions?page=0").status()).isEqualTo(400);
    }

    @Test
    void secrets_are_written_and_never_read() throws Exception {
        var id = complete();
        var submission = isv.get("/submissions/" + id);

        assertThat(submission.json().at("/test_information/password_set").asBoolean())
                .isTrue();
        assertThat(submission
                        .json()
                        .at("/configuration/scim/oauth/client_secret_set")
                        .asBoolean())
                .isTrue();
        for (var path : List.of("", "/versions", "/timeline")) {
            assertThat(isv.get("/submissions/" + id + path).body()).doesNotContain("canary");
        }
        assertThat(rowsWith(CANARY)).isEmpty();
        assertThat(rowsWith(OTHER_CANARY)).isEmpty();
    }

    @Test
    void a_version_shows_its_pages_without_a_word_about_secrets() throws Exception {
        var id = complete();
        versions.cut(SubmissionId.of(id), owner.id());

        var version = isv.get("/submissions/" + id + "/versions/1");

        assertThat(version.json().path("number").asInt()).isEqualTo(1);
        assertThat(version.text("/configuration/saml/acs_url")).isEqualTo("https://app.example.com/acs");
        assertThat(version.text("/test_information/username")).isEqualTo("oin@example.com");
        assertThat(version.body()).doesNotContain("canary").doesNotContain("_set");
        assertThat(isv.get("/submissions/" + id + "/versions")
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(isv.get("/submissions/" + id + "/versions/2").status()).isEqualTo(404);
    }

    @Test
    void two_versions_are_compared_field_by_field() throws Exception {
        var id = complete();
        var path = "/submissions/" + id;
        versions.cut(SubmissionId.of(id), owner.id());
        var moved = configuration().replace("https://app.example.com/acs\"", "https://app.example.com/moved\"");
        assertThat(isv.put(path + "/configuration", moved, "\"4\"").status()).isEqualTo(200);
        versions.cut(SubmissionId.of(id), owner.id());

        var diff = isv.get(path + "/diff?from=1&to=2");

        assertThat(diff.json().at("/changes")).hasSize(1);
        assertThat(diff.text("/changes/0/field")).isEqualTo("saml.acs_url");
        assertThat(diff.text("/changes/0/before")).isEqualTo("https://app.example.com/acs");
        assertThat(diff.text("/changes/0/after")).isEqualTo("https://app.example.com/moved");
        assertThat(diff.json().at("/changes/0/risk").asBoolean()).isTrue();
        assertThat(isv.get(path + "/diff?from=2&to=1").text("/changes/0/after"))
                .isEqualTo("https://app.example.com/acs");
        assertThat(isv.get(path + "/diff?from=2&to=2").json().at("/changes")).isEmpty();
        assertThat(diff.body()).doesNotContain("canary");
    }

    @Test
    void a_comparison_needs_two_versions_that_exist() throws Exception {
        var id = complete();
        var path = "/submissions/" + id + "/diff";
        versions.cut(SubmissionId.of(id), owner.id());
        var stranger = new ApiClient(port, accounts.token(accounts.superAdmin()));

        assertThat(isv.get(path + "?from=1").status()).isEqualTo(400);
        assertThat(isv.get(path + "?from=one&to=1").status()).isEqualTo(400);
        assertThat(isv.get(path + "?from=1&to=2").status()).isEqualTo(404);
        assertThat(isv.get(path + "?from=1&to=1").status()).isEqualTo(200);
        assertThat(stranger.get(path + "?from=1&to=1").status()).isEqualTo(404);
    }

    @Test
    void the_api_describes_itself() {
        var description = new ApiClient(port, "").get("/openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().at("/paths").has("/api/v1/submissions/{id}/configuration"))
                .isTrue();
        assertThat(description.body()).contains("until_not").doesNotContain("memberRoles");
        var name = description
                .json()
                .at("/components/schemas/ConfigurationPage/properties/catalog/properties/display_name");
        assertThat(name.path("maxLength").asInt()).isEqualTo(64);
    }

    private List<String> rowsWith(String text) {
        return client
                .sql("select table_name from information_schema.tables where table_schema in ('oin', 'public')")
                .query(String.class)
                .list()
                .stream()
                .filter(table ->
                        client.sql("select count(*) from \"" + table + "\" t where t::text like '%" + text + "%'")
                                        .query(Integer.class)
                                        .single()
                                > 0)
                .toList();
    }

    private ApiClient as(Account account) {
        return new ApiClient(port, accounts.token(account));
    }

    private String draft() {
        return isv.post("/submissions", SAML_AND_SCIM).text("/id");
    }

    private static String configuration() {
        var page = PageFixture.pages()
                .with("scim.oauth.client_secret", "\"" + OTHER_CANARY + "\"")
                .configuration();
        page.remove(List.of("oidc", "ul"));
        return page.toString();
    }

    /** A draft with nothing missing. */
    private String complete() throws Exception {
        var id = draft();
        var path = "/submissions/" + id;
        assertThat(isv.put(path + "/configuration", configuration(), "\"1\"").status())
                .isEqualTo(200);
        assertThat(isv.putImage(path + "/logo", ApiClient.png(200, 200), "\"2\"")
                        .status())
                .isEqualTo(204);
        var tests = PageFixture.pages().with("password", "\"" + CANARY + "\"").testInformation();
        tests.remove("oidc_test");
        JsonNode saved =
                isv.put(path + "/test-information", tests.toString(), "\"3\"").json();
        assertThat(saved.at("/test_information/password").isMissingNode()).isTrue();
        return id;
    }
}
