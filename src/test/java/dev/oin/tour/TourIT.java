package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A newcomer's first commands, and the way of an integration as ISV, analyst and customers see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TourIT {

    private static final String ISV = "ada@acme.test";
    private static final String ANALYST = "dana@oin.test";
    private static final String LEAD = "lee@oin.test";

    private RunningProduct product;
    private People people;
    private String submission;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        product = RunningProduct.in(directory);
        people = new People(product.address());
        submission = aDraftReadyToSubmit();
    }

    @AfterAll
    void end() {
        people.close();
        product.close();
    }

    @Test
    void the_tour_publishes_twice_without_a_person() throws Exception {
        var status = product.tour();

        var output = product.log("tour");
        System.out.println(output);
        assertThat(status).as(output).isZero();
        assertThat(output).contains("Published twice");
    }

    @Test
    void isv_and_analyst_bring_a_draft_to_the_catalog_in_their_browsers() throws Exception {
        var isv = people.signedIn(ISV, product.password(ISV));
        isv.reads("Your OIN Integrations");
        isv.visit("/submissions/" + submission + "/testing");
        isv.reads("1 not met: Certify");
        isv.click(By.id("certified"));
        isv.press("Submit integration");
        isv.reads("Submitted. The OIN team has it now");

        var analyst = people.signedIn(ANALYST, product.password(ANALYST));
        analyst.reads("Queue");
        var tasklist = new Tasklist(analyst);
        tasklist.open("Initial review");
        tasklist.addIssue("IR-DS-4", "Say in one sentence what an administrator gains.");
        tasklist.decide("Return with 1 issue");

        isv.visit("/submissions/" + submission);
        isv.reads("Say in one sentence what an administrator gains.");
        isv.fill("reply-1", "The description's last sentence says it.");
        isv.press("Send reply");
        isv.reads("Reply sent.");
        isv.press("Tell the team");
        isv.reads("Sent. The review goes on.");

        analyst.visit("/review/" + submission);
        assertThat(analyst.barriers()).isEmpty();
        tasklist.open("Initial review");
        tasklist.passEverything();
        tasklist.decide("Approve: goes to QA");
        tasklist.open("Verify in QA");
        tasklist.passEverything();
        tasklist.decide("Approve: is published");

        isv.visitUntil("/submissions/" + submission, "Live in the catalog");
        var name = isv.words(By.cssSelector("h1 span"));
        var customer = people.stranger();
        customer.visit("/catalog");
        customer.click(By.linkText(name));
        customer.reads("by Acme (acme.test, domain verified)");
        assertThat(customer.barriers()).isEmpty();
        customer.visitUntil("/dev/mail", ": published");
        assertThat(customer.text())
                .contains(
                        ": submitted, initial review by ",
                        ": new in the queue, Initial review due ",
                        ": your turn, 1 issue",
                        ": answer received, initial review by ",
                        ": initial review passed, QA by ");
    }

    @Test
    void every_conditional_section_can_be_filled_in() throws Exception {
        var isv = people.signedIn(ISV, product.password(ISV));
        isv.reads("Your OIN Integrations");
        isv.press("Build new OIN integration");
        for (var protocol : List.of("OIDC", "SAML", "SCIM", "UNIVERSAL_LOGOUT")) {
            isv.click(By.cssSelector("input[name=protocols][value=%s]".formatted(protocol)));
        }
        isv.press("Configure your integration");
        isv.reads("Universal Logout properties");
        isv.press("Add variable");
        var texts = Map.ofEntries(
                Map.entry("display-name", "Everything HR"),
                Map.entry("description", "Keeps staff records; leavers lose access the same day."),
                Map.entry("public-support-link", "https://help.example.com"),
                Map.entry("variables-0-label", "Subdomain"),
                Map.entry("variables-0-name", "subdomain"),
                Map.entry("oidc-redirect-uris-0", "https://app.example.com/callback"),
                Map.entry("oidc-config-guide-url", "https://docs.example.com/oidc"),
                Map.entry("saml-acs-url", "https://${empty org.subdomain ? 'app' : org.subdomain}.example.com/acs"),
                Map.entry("saml-audience", "urn:example:everything"),
                Map.entry("saml-config-guide-url", "https://docs.example.com/saml"),
                Map.entry("scim-base-url", "https://app.example.com/scim/v2"),
                Map.entry("scim-oauth-authorize-endpoint", "https://app.example.com/authorize"),
                Map.entry("scim-oauth-token-endpoint", "https://app.example.com/token"),
                Map.entry("scim-oauth-client-id", "oin"),
                Map.entry("scim-oauth-client-secret", "a client secret"),
                Map.entry("scim-config-guide-url", "https://docs.example.com/scim"),
                Map.entry("ul-endpoint", "https://app.example.com/revoke"));
        isv.click(By.id("scim-auth-mode-OAUTH2"));
        texts.forEach(isv::fill);
        isv.click(By.id("oidc-server-side-confirmed"));
        isv.click(By.id("scim-objects-GROUPS"));
        isv.click(By.id("scim-group-ops-DELETE"));
        isv.reads("https://acme.example.com/acs");
        isv.press("Get started with testing");
        isv.reads("Enter test information");
        Map.of(
                        "test-account-url", "https://test.example.com/login",
                        "test-username", "oin@example.com",
                        "test-password", "a test password",
                        "test-support-contact", "integrations@example.com",
                        "test-instructions", "Open People to add test users.",
                        "oidc-test-sp-url", "https://app.example.com/login",
                        "saml-test-sp-url", "https://app.example.com/login",
                        "saml-test-sp-description", "Open the address.")
                .forEach(isv::fill);
        isv.click(By.id("oidc-test-jit-false"));
        isv.click(By.id("saml-test-idp"));
        isv.click(By.id("saml-test-sp"));
        isv.click(By.id("saml-test-jit-false"));
        isv.press("Test your integration");
        isv.reads("1 left before you can submit");
        assertThat(isv.text()).contains("Logo is needed", "Sign-on advice: OIDC", "Sign-on advice: SAML 2.0");
    }

    @Test
    void analyst_lead_and_isv_play_issues_a_waiver_a_final_review_a_catalog_only_update_and_a_roll_back()
            throws Exception {
        var draft = aDraftReadyToSubmit();
        product.weaken("jit-wrong-names");
        var play = new ReviewPlay(product, people, draft);

        play.twoRoundsOfIssues();
        play.qaWithAWaiver();
        play.fixFinalReviewAndPublication();
        play.catalogOnlyUpdate();
        play.rollBack();
    }

    @Test
    void no_page_shuts_out_people_with_a_disability() throws Exception {
        var visitor = people.stranger();
        var isv = people.signedIn(ISV, product.password(ISV));
        isv.reads("Your OIN Integrations");
        var lead = people.signedIn(LEAD, product.password(LEAD));
        lead.reads("Queue");
        var draft = "/submissions/" + submission;

        var barriers = Stream.of(
                        visitor.barriersAt("/sign-in", "/catalog", "/checks"),
                        isv.barriersAt(
                                "/",
                                draft + "/protocols",
                                draft + "/configuration",
                                draft + "/test-information",
                                draft + "/testing",
                                draft,
                                "/organization",
                                "/dev/mail"),
                        lead.barriersAt("/review", "/insight"),
                        isv.barriersAtRun(draft + "/runs"))
                .flatMap(List::stream);

        assertThat(barriers).isEmpty();
    }

    private String aDraftReadyToSubmit() throws Exception {
        assertThat(product.tour("draft")).as(product.log("tour")).isZero();
        var output = product.log("tour").strip();
        return output.substring(output.lastIndexOf(' ') + 1);
    }
}
