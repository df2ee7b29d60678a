package dev.oin.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Account;
import dev.oin.account.AccountFixture;
import dev.oin.account.MemberRole;
import dev.oin.account.Organization;
import dev.oin.checks.FixtureSite;
import dev.oin.checks.FixtureSite.Answer;
import dev.oin.storage.database.OinSpringTest;
import dev.oin.submission.PageFixture;
import dev.oin.web.api.ApiClient;
import dev.oin.workflow.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/** Sessions, instances and guided runs as members get them on the pages, and guided runs by the API. */
@OinSpringTest
@Import(AccountFixture.class)
@TestPropertySource(properties = {"oin.egress.allow=127.0.0.0/8,localhost", "oin.features.entitlements=true"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TestingInPagesIT {

    private final AccountFixture accounts;
    private final List<String> revocations = new ArrayList<>();
    private int status = 204;
    private final FixtureSite app = new FixtureSite().serve("/revoke", asked -> {
        revocations.add(asked.exchange().getRequestHeaders().getFirst("Authorization") + ' ' + asked.body());
        return Answer.status(status, "");
    });

    @LocalServerPort
    int port;

    private Organization organization;
    private Account owner;
    private ApiClient api;
    private Visitor ada;
    private String draft;
    private String instance;
    private String person;

    TestingInPagesIT(AccountFixture accounts) {
        this.accounts = accounts;
    }

    @BeforeEach
    void install() {
        organization = accounts.organization();
        owner = accounts.member(organization, MemberRole.SUPER_ADMIN);
        api = new ApiClient(port, accounts.token(owner));
        ada = visitor(owner);
        draft = api.post("/submissions", "{\"protocols\":[\"OIDC\",\"UNIVERSAL_LOGOUT\"]}")
                .text("/id");
        api.put("/submissions/" + draft + "/configuration", configuration().toString(), etag());
        api.put("/submissions/" + draft + "/test-information", tests().toString(), etag());
        instance = api.post("/submissions/" + draft + "/instances", "{\"kind\":\"CURRENT\",\"protocols\":[\"OIDC\"]}")
                .text("/id");
        api.send("PATCH", "/instances/" + instance, "{\"logout\":{\"enabled\":true}}", "");
        person = api.post(
                        "/people",
                        "{\"given_name\":\"Bo\",\"family_name\":\"Byron\",\"email\":\"bo-%s@example.com\"}"
                                .formatted(UUID.randomUUID()))
                .text("/id");
        api.post("/instances/" + instance + "/assignments", "{\"person_id\":\"" + person + "\"}");
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void clearing_sessions_reaches_apps_only_with_the_option_and_says_what_they_answered() {
        var page = "/sandbox/" + organization.slug();
        var clear = page + "/people/" + person + "/sessions";

        ada.submit(page, clear, "apps=false");
        assertThat(revocations).isEmpty();
        assertThat(ada.get(page).body()).contains("Sessions ended: 0 of Bo Byron.");

        ada.submit(page, clear, "apps=true");
        assertThat(revocations)
                .singleElement()
                .asString()
                .startsWith("Bearer ey")
                .contains("\"format\":\"email\"");
        assertThat(ada.get(page).body()).contains("took the revocation (204)");

        status = 200;
        ada.submit(page, clear, "apps=true");
        assertThat(ada.get(page).body()).contains("answered 200");
    }

    @Test
    void clearing_sessions_says_when_no_app_was_there_to_be_asked() {
        api.send("PATCH", "/instances/" + instance, "{\"logout\":{\"enabled\":false}}", "");
        var page = "/sandbox/" + organization.slug();

        ada.submit(page, page + "/people/" + person + "/sessions", "apps=true");

        assertThat(revocations).isEmpty();
        assertThat(ada.get(page).body()).contains("No app was asked");
        assertThat(ada.get("/submissions/" + draft + "/testing").body())
                .contains("/instances/" + instance + "/logout-on");
    }

    @Test
    void an_app_that_is_not_connected_yet_says_where_it_is_connected() {
        var scim = api.post("/submissions", "{\"protocols\":[\"SCIM\"]}").text("/id");
        var page = PageFixture.pages().configuration();
        page.remove(List.of("saml", "oidc", "ul"));
        page.withObjectProperty("catalog").put("display_name", organization.slug() + " provisioning");
        api.put("/submissions/" + scim + "/configuration", page.toString(), "\"1\"");
        var tests = PageFixture.pages().testInformation();
        tests.remove(List.of("saml_test", "oidc_test"));
        api.put(
                "/submissions/" + scim + "/test-information",
                tests.toString(),
                api.get("/submissions/" + scim).header("ETag"));
        var generated = api.post(
                        "/submissions/" + scim + "/instances", "{\"kind\":\"CURRENT\",\"protocols\":[\"SCIM\"]}")
                .text("/id");

        assertThat(ada.get("/sandbox/" + organization.slug()).body())
                .contains("The app is not connected")
                .contains("/submissions/" + scim + "/instances/" + generated + "/provisioning");
    }

    @Test
    void what_is_refused_of_a_person_stays_in_the_form() {
        var page = "/sandbox/" + organization.slug();
        var taken = api.get("/people").text("/items/0/email");

        ada.submit(page, page + "/people", "givenName=Zo%C3%AB&familyName=%C3%9Cbel&email=" + taken);

        assertThat(ada.get(page).body())
                .contains("Not added. Another person of this sandbox", "value=\"Zoë\"", "value=\"" + taken + '"');

        var one = page + "/people/" + person;
        ada.submit(one, one, "givenName=Cy&familyName=Byron&email=nobody&groups=Staff,+Sales&attribute.title=Pilot");

        assertThat(ada.get(one).body())
                .contains("Enter an e-mail address", "value=\"Cy\"", "value=\"nobody\"", "value=\"Staff, Sales\"")
                .contains("value=\"Pilot\"");
        assertThat(ada.get(one).body()).contains("value=\"Bo\"");
    }

    @Test
    void a_recipe_is_refused_in_the_words_of_its_form() {
        var recipe = "/submissions/" + draft + "/recipe/oidc";

        var answer = ada.submit(recipe, recipe, "before=open+https://app.example.com%0D%0Ago+to+%3Cb%3E&then=save");

        assertThat(answer.body())
                .contains("Step 2, &quot;go to &lt;b&gt;&quot;: A step opens", "href=\"#recipe-before\"")
                .doesNotContain("before[1]");
    }

    @Test
    void strangers_clear_nobodys_sessions() {
        var stranger = visitor(accounts.superAdmin());
        var page = "/sandbox/" + organization.slug();

        assertThat(stranger.submit("/organization", page + "/people/" + person + "/sessions", "apps=true")
                        .status())
                .isEqualTo(404);
        assertThat(revocations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "deactivate, Deactivate",
        "delete, Delete instance",
        "tester-add, Add to Tester",
        "tester-remove, Remove from Tester",
        "logout-off, Turn off logout",
        "logout-on, Turn on logout"
    })
    void each_change_of_an_instance_is_asked_first_with_what_it_costs(String action, String verb) {
        var path = "/submissions/" + draft + "/instances/" + instance + '/' + action;

        var asked = ada.get(path);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains(verb, "action=\"" + path + '"', "Keep it as it is");
        assertThat(visitor(accounts.superAdmin()).get(path).status()).isEqualTo(404);
        assertThat(visitor(accounts.member(organization, MemberRole.READ_ONLY))
                        .get(path)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_confirmed_deactivation_and_deletion_are_done() {
        var base = "/submissions/" + draft + "/instances/" + instance;

        ada.submit(base + "/deactivate", base + "/deactivate", "");
        assertThat(api.get("/instances/" + instance).json().at("/active").asBoolean())
                .isFalse();
        ada.submit(base + "/delete", base + "/delete", "");

        assertThat(api.get("/instances/" + instance).status()).isEqualTo(404);
    }

    @Test
    void a_guided_run_is_started_seen_and_denied_on_its_page() {
        var testing = "/submissions/" + draft + "/testing";
        ada.submit(testing, "/submissions/" + draft + "/guided", "instance=" + instance + "&case=SP_FLOW");
        var run = newestRun();
        var page = ada.get("/runs/" + run + "/guided");

        assertThat(page.body()).contains("oin-ticket.", "Bo Byron", "What the tester can learn from it");
        assertThat(visitor(accounts.superAdmin())
                        .get("/runs/" + run + "/guided")
                        .body())
                .doesNotContain("Bo Byron");
        ada.submit("/runs/" + run + "/guided", "/runs/" + run + "/guided", "outcome=end&reason=An+%3Cb%3Eerror");

        assertThat(ada.get("/runs/" + run).body())
                .contains("saw no session: An &lt;b&gt;error")
                .doesNotContain("<b>error");
    }

    @Test
    void a_guided_run_goes_over_the_api() {
        var order = "{\"instance_id\":\"%s\",\"case\":\"SP_FLOW\"}".formatted(instance);
        var started = api.post("/submissions/" + draft + "/guided-runs", order);
        var path = "/runs/" + started.text("/run_id") + "/guided";

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.text("/ticket")).startsWith("oin-ticket.");
        assertThat(started.text("/person/family_name")).isEqualTo("Byron");
        assertThat(api.get(path).json().at("/ticket").isNull()).isTrue();
        assertThat(api.post(path + "/ticket", "").text("/ticket")).startsWith("oin-ticket.");
        assertThat(api.post(path + "/confirm", "{}").status()).isEqualTo(422);

        var confirmed =
                api.post(path + "/confirm", "{\"succeeded\":true,\"page_url\":\"https://app.example.com/home\"}");

        assertThat(confirmed.text("/run/verdict")).isEqualTo("INCONCLUSIVE");
        assertThat(confirmed.json().at("/proposed_recipe").isNull()).isTrue();
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_guided_run_is_abandoned_over_the_api_and_cases_are_checked() {
        var unknown = api.post(
                "/submissions/" + draft + "/guided-runs",
                "{\"instance_id\":\"%s\",\"case\":\"JIT_SP\"}".formatted(instance));
        assertThat(unknown.status()).isEqualTo(409);
        var started = api.post(
                "/submissions/" + draft + "/guided-runs",
                "{\"instance_id\":\"%s\",\"case\":\"SP_FLOW\"}".formatted(instance));

        var ended = api.post("/runs/" + started.text("/run_id") + "/guided/abandon", "");

        assertThat(ended.text("/run/verdict")).isEqualTo("ABANDONED");
    }

    @Test
    void the_testing_page_and_the_api_say_what_is_known_of_universal_logout() {
        var testing = "/submissions/" + draft + "/testing";
        assertThat(ada.get(testing).body()).contains("Full support is declared", "Send 100 calls");
        var record = "/submissions/" + draft + "/logout-test";

        ada.submit(record, record, "instance=" + instance + "&passed=true&after=2&unit=MINUTES&status=204&note=A+note");

        assertThat(ada.get(testing).body()).contains("the session ended after 2 min, status 204. A note");
        assertThat(ada.get(record).body()).contains("the session ended after 2 min, status 204. A note");
        var known = api.get("/instances/" + instance).json().at("/logout/manual_test");
        assertThat(known.path("ended_after_seconds").asInt()).isEqualTo(120);
        assertThat(known.path("by").asText()).isEqualTo(owner.displayName());
    }

    @ParameterizedTest
    @CsvSource({
        "passed=false&after=3, a session that went on has no time of its end",
        "passed=true&after=1441&unit=MINUTES, not 1441 minutes",
        "passed=true&after=-1, not -1 seconds",
        "passed=true&status=600, between 100 and 599"
    })
    void a_record_that_cannot_be_is_refused_and_stays_in_the_form(String entered, String words) {
        var record = "/submissions/" + draft + "/logout-test";

        ada.submit(record, record, "instance=" + instance + "&note=My+own+words&" + entered);

        assertThat(ada.get(record).body()).contains("Not recorded", words, "My own words</textarea>");
        assertThat(api.get("/instances/" + instance)
                        .json()
                        .at("/logout/manual_test")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_list_filters_to_eligible_instances() {
        changeDescription();
        var testing = "/submissions/" + draft + "/testing";
        var list = "/submissions/" + draft + "/instances";

        assertThat(api.get(list + "?eligible=true").json().at("/items")).isEmpty();
        assertThat(api.get(list).json().at("/items")).hasSize(1);
        assertThat(ada.get(testing).body())
                .contains("Filter: eligible. 1 hidden.")
                .doesNotContain("instance-" + instance);
        assertThat(ada.get(testing + "?instances=all").body()).contains("instance-" + instance);
    }

    @Test
    void what_was_generated_lies_open_with_its_values_to_copy() {
        changeDescription();
        var testing = "/submissions/" + draft + "/testing";

        ada.submit(testing, "/submissions/" + draft + "/instances", "");

        assertThat(ada.get(testing).body())
                .contains("1 instance generated.")
                .containsPattern("<details class=\"verdict-row\" id=\"instance-[^\"]+\" open");
        assertThat(ada.get(testing).body())
                .doesNotContainPattern("<details class=\"verdict-row\" id=\"instance-[^\"]+\" open");
    }

    @Test
    void only_an_active_eligible_instance_is_added_to_the_tester() {
        var slot = "/submissions/" + draft + "/tester/OIDC/CURRENT";
        var order = "{\"instance_id\":\"" + instance + "\"}";
        api.send("PATCH", "/instances/" + instance, "{\"active\":false}", "");
        assertThat(api.put(slot, order, null).status()).isEqualTo(409);
        api.send("PATCH", "/instances/" + instance, "{\"active\":true}", "");
        assertThat(api.put(slot, order, null).status()).isLessThan(300);

        changeDescription();

        assertThat(api.put(slot, order, null).status()).isEqualTo(409);
    }

    private void changeDescription() {
        var changed = configuration();
        changed.withObjectProperty("catalog").put("description", "Another sentence about staff records.");
        api.put("/submissions/" + draft + "/configuration", changed.toString(), etag());
    }

    private String newestRun() {
        return api.get("/submissions/" + draft + "/runs").text("/items/0/id");
    }

    private Visitor visitor(Account account) {
        accounts.setPassword(account);
        var visitor = new Visitor(port);
        visitor.signIn(account.email(), AccountFixture.PASSWORD);
        return visitor;
    }

    private String etag() {
        return api.get("/submissions/" + draft).header("ETag");
    }

    private ObjectNode configuration() {
        var page = PageFixture.pages().configuration();
        page.remove("saml");
        page.remove("scim");
        page.withObjectProperty("ul").put("endpoint", app.at("/revoke").toString());
        page.withObjectProperty("catalog").put("display_name", organization.slug());
        return page;
    }

    private static ObjectNode tests() {
        var tests = PageFixture.pages().testInformation();
        tests.remove("saml_test");
        return tests;
    }
}
