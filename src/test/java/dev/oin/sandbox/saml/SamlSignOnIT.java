package dev.oin.sandbox.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.AcmeSandbox;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.HandedIn;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.SandboxTest;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.SignInLog;
import dev.oin.sandbox.SignInTickets;
import dev.oin.sandbox.TestVisitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensaml.saml.saml2.core.Response;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SandboxTest
class SamlSignOnIT {

    private static final String ACS = "https://app.example/acs";
    private static final String AUDIENCE = "https://app.example/saml";

    private final AcmeSandbox acme;
    private final Instances instances;
    private final People people;
    private final ChangeInstance change;
    private final SignInTickets tickets;
    private final SignInLog log;
    private final SandboxAddresses addresses;
    private final TestVisitor browser = new TestVisitor();

    private AcmeSandbox.Org org;
    private Person ada;
    private InstanceId instance;

    @Autowired
    SamlSignOnIT(
            JdbcClient client,
            HandedIn handedIn,
            People people,
            GenerateInstance generate,
            Assignments assignments,
            Instances instances,
            ChangeInstance change,
            SignInTickets tickets,
            SignInLog log,
            SandboxAddresses addresses) {
        this.acme = new AcmeSandbox(client, handedIn, people, generate, assignments);
        this.people = people;
        this.instances = instances;
        this.change = change;
        this.tickets = tickets;
        this.log = log;
        this.addresses = addresses;
    }

    @BeforeEach
    void install() {
        org = acme.organization();
        ada = acme.person(org, "ada@acme.example");
        var generated = acme.samlInstance(org, ACS, AUDIENCE);
        instance = generated.instance().id();
        acme.assign(generated.instance(), ada);
    }

    @Test
    void signs_in_by_redirect_and_answers_the_request() throws Exception {
        var page = browser.open(redirect(request(""), "deep link"));

        var sent = answer(browser.signIn(page, "ADA@acme.example", AcmeSandbox.PASSWORD));

        assertThat(sent.acs()).isEqualTo(ACS);
        assertThat(sent.relayState()).isEqualTo("deep link");
        assertThat(accepted(sent, "_r1").getSubject().getNameID().getValue()).isEqualTo("ada@acme.example");
    }

    @Test
    void signs_in_by_post_without_the_cookie_of_a_cross_site_request() throws Exception {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);
        var crossSite = new TestVisitor();

        var kept = crossSite.post(
                addresses.samlSso(org.id(), instance),
                Map.of(
                        "SAMLRequest",
                        Base64.getEncoder().encodeToString(request("").getBytes(StandardCharsets.UTF_8)),
                        "RelayState",
                        "state"));

        assertThat(kept.statusCode()).isEqualTo(303);
        var sent = form(browser.get(TestVisitor.location(kept)));
        assertThat(accepted(sent, "_r1").getAuthnStatements()).hasSize(1);
    }

    @Test
    void starts_at_the_tile_without_a_request() throws Exception {
        var home = answer(
                browser.signIn(browser.open(addresses.home(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD),
                "/home");

        assertThat(home.body()).contains("/apps/" + instance).contains("Untitled integration");
        var sent = form(browser.get(addresses.launch(org.id(), instance)));
        assertThat(sent.xml()).doesNotContain("InResponseTo");
        accepted(sent, null);
    }

    @Test
    void asks_for_the_password_again_when_the_app_forces_it() throws Exception {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);

        var page = browser.open(redirect(request("ForceAuthn=\"true\""), "state"));

        assertThat(page.body()).contains("id=\"password\"");
        accepted(answer(browser.signIn(page, "ada@acme.example", AcmeSandbox.PASSWORD)), "_r1");
    }

    @Test
    void asks_nobody_when_the_app_forbids_it() {
        var sent = form(browser.open(redirect(request("IsPassive=\"true\""), "state")));

        assertThat(sent.xml()).contains("status:NoPassive").doesNotContain("<saml2:Assertion");
    }

    @Test
    void answers_at_once_where_nobody_may_be_asked_and_somebody_is_signed_in() throws Exception {
        signedIn();

        var sent = form(browser.open(redirect(request("IsPassive=\"true\""), "state")));

        accepted(sent, "_r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b+c&d=e%20f", "https://app.example/deep?x=1&y=\"2\"#z", "<script>'é'</script>"})
    void gives_the_relay_state_back_as_it_came(String relayState) {
        signedIn();

        assertThat(form(browser.open(redirect(request(""), relayState))).relayState())
                .isEqualTo(relayState);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AssertionConsumerServiceIndex=\"0\"", "AssertionConsumerServiceIndex=\"1\""})
    void an_index_of_the_app_s_own_metadata_leads_to_its_only_address_and_is_noted(String attribute) throws Exception {
        signedIn();

        accepted(form(browser.open(redirect(request(attribute), "state"))), "_r1");

        assertThat(log.at(instance, 0).getFirst().details()).containsKey("acs_note");
    }

    @Test
    void answers_to_the_default_address_when_it_is_named() throws Exception {
        signedIn();

        accepted(form(browser.open(redirect(request("AssertionConsumerServiceURL=\"" + ACS + "\""), "state"))), "_r1");
    }

    @Test
    void a_transient_name_is_another_one_at_every_sign_in() throws Exception {
        signedIn();

        assertThat(name("transient")).isNotEqualTo(name("transient")).doesNotContain("ada");
    }

    @Test
    void a_persistent_name_stays_the_same_and_tells_nothing() throws Exception {
        signedIn();

        assertThat(name("persistent"))
                .isEqualTo(name("persistent"))
                .doesNotContain("ada")
                .doesNotContain(ada.id().toString());
    }

    @Test
    void denies_a_person_who_is_not_assigned() {
        acme.person(org, "eve@acme.example");
        var page = browser.open(redirect(request(""), "state"));

        var sent = answer(browser.signIn(page, "eve@acme.example", AcmeSandbox.PASSWORD));

        assertThat(sent.xml()).contains("status:RequestDenied", "not assigned").doesNotContain("<saml2:Assertion");
    }

    @Test
    void denies_everybody_at_an_instance_that_is_turned_off() {
        change.deactivate(instance, org.id());
        var page = browser.open(redirect(request(""), "state"));

        var sent = answer(browser.signIn(page, "ada@acme.example", AcmeSandbox.PASSWORD));

        assertThat(sent.xml()).contains("status:RequestDenied", "turned off");
    }

    @Test
    void lets_no_suspended_person_in_and_ends_the_session_of_one() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);
        people.turn(ada.id(), org.id(), Person.Status.SUSPENDED);

        var page = browser.open(redirect(request(""), "state"));

        assertThat(page.body()).contains("id=\"password\"");
        assertThat(browser.signIn(page, "ada@acme.example", AcmeSandbox.PASSWORD)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void explains_a_request_that_it_cannot_answer_safely() {
        var page = browser.open(redirect(request("AssertionConsumerServiceURL=\"https://evil.example/acs\""), "<b>"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("https://evil.example/acs", "is not registered")
                .doesNotContain("<form id");
    }

    @Test
    void a_ticket_signs_in_once_at_one_instance_and_its_run_is_noted() throws Exception {
        var run = new RunId(UUID.randomUUID());
        var ticket = tickets.issue(run, ada.id(), instance);
        var page = browser.open(redirect(request(""), "state"));

        accepted(answer(browser.signIn(page, "ada@acme.example", ticket)), "_r1");

        assertThat(log.of(run, 0))
                .extracting(event -> event.what())
                .containsExactly(What.SAML_REQUEST_RECEIVED, What.SAML_ANSWERED);
        var again = new TestVisitor();
        var login = again.open(addresses.login(org.id()));
        assertThat(again.signIn(login, "ada@acme.example", ticket).statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_is_good_in_its_own_sandbox_only() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);
        var other = acme.organization();
        var cookie = browser.cookies().getCookieStore().getCookies().getFirst();

        var stolen = new TestVisitor();
        var response = stolen.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(addresses.home(other.id())))
                .header("Cookie", cookie.getName() + "=" + cookie.getValue()));

        assertThat(cookie.getPath()).isEqualTo("/sandbox/" + org.slug());
        assertThat(TestVisitor.location(response)).isEqualTo(addresses.login(other.id()));
    }

    @Test
    void another_organisation_s_instance_is_unknown() {
        var other = acme.organization();

        var metadata = browser.get(addresses.issuer(other.id()) + "/saml/" + instance + "/metadata");
        var sso = browser.get(addresses.issuer(other.id()) + "/saml/" + instance + "/sso?SAMLRequest=x");
        var nowhere = browser.get(addresses.origin() + "/sandbox/nobody/login");

        assertThat(metadata.statusCode()).isEqualTo(404);
        assertThat(sso.statusCode()).isEqualTo(404);
        assertThat(nowhere.statusCode()).isEqualTo(404);
    }

    @Test
    void pages_bind_scripts_and_frames() {
        var headers = browser.open(addresses.login(org.id())).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void locks_out_after_too_many_wrong_passwords() {
        var page = browser.open(addresses.login(org.id()));
        HttpResponse<String> last = page;
        for (var attempt = 0; attempt < 11; attempt++) {
            last = browser.signIn(page, "ada@acme.example", "wrong password");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(browser.signIn(page, "ada@acme.example", AcmeSandbox.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void a_sign_in_without_the_form_s_token_is_refused() {
        browser.open(addresses.login(org.id()));

        var response = browser.post(
                addresses.login(org.id()), Map.of("email", "ada@acme.example", "password", AcmeSandbox.PASSWORD));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    private void signedIn() {
        browser.signIn(browser.open(addresses.login(org.id())), "ada@acme.example", AcmeSandbox.PASSWORD);
    }

    private String name(String format) throws Exception {
        var policy = "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:" + format + "\"/>";
        var asked = request("").replace("</saml:Issuer>", "</saml:Issuer>" + policy);
        return accepted(form(browser.open(redirect(asked, "state"))), "_r1")
                .getSubject()
                .getNameID()
                .getValue();
    }

    private org.opensaml.saml.saml2.core.Assertion accepted(SamlAnswer sent, String inResponseTo) throws Exception {
        var addressed =
                instances.addresses(instances.find(instance).orElseThrow()).saml();
        var trusted = (java.security.cert.X509Certificate) java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificate(new java.io.ByteArrayInputStream(
                        addressed.certificatePem().getBytes(StandardCharsets.US_ASCII)));
        return new StrictServiceProvider(ACS, trusted, addressed.issuer()).accept(sent, inResponseTo);
    }

    private SamlAnswer answer(HttpResponse<String> signedIn) {
        return form(browser.follow(signedIn, addresses.origin().toString()));
    }

    private HttpResponse<String> answer(HttpResponse<String> signedIn, String ending) {
        var page = browser.follow(signedIn, addresses.origin().toString());
        assertThat(page.uri().toString()).endsWith(ending);
        return page;
    }

    private static SamlAnswer form(HttpResponse<String> page) {
        var form = TestVisitor.form(page);
        var xml = new String(Base64.getDecoder().decode(form.fields().get("SAMLResponse")), StandardCharsets.UTF_8);
        assertThat(SamlFixture.SAML.readOwn(xml)).isInstanceOf(Response.class);
        return new SamlAnswer(form.action(), xml, form.fields().get("RelayState"));
    }

    private String redirect(String request, String relayState) {
        return addresses.samlSso(org.id(), instance) + "?SAMLRequest="
                + URLEncoder.encode(SamlFixture.deflated(request), StandardCharsets.UTF_8) + "&RelayState="
                + URLEncoder.encode(relayState, StandardCharsets.UTF_8);
    }

    private String request(String attributes) {
        return SamlFixture.request(attributes, "")
                .replace(SamlFixture.NOW.toString(), Instant.now().toString())
                .replace(SamlFixture.PROVIDER.ssoUrl(), addresses.samlSso(org.id(), instance))
                .replace(SamlFixture.AUDIENCE, AUDIENCE);
    }
}
