package dev.oin.sandbox.saml;

import static dev.oin.sandbox.saml.SamlFixture.ACS;
import static dev.oin.sandbox.saml.SamlFixture.PROVIDER;
import static dev.oin.sandbox.saml.SamlFixture.anApp;
import static dev.oin.sandbox.saml.SamlFixture.posted;
import static dev.oin.sandbox.saml.SamlFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.sandbox.NameIdFormat;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthnRequestRulesTest {

    private final AuthnRequestReader reader = new AuthnRequestReader(SamlFixture.SAML, new RequestSignatures());
    private final AuthnRequestRules rules = new AuthnRequestRules(SamlFixture.CLOCK);

    @Test
    void accepts_a_sound_request() throws Exception {
        var verdict = judge(request());

        assertThat(verdict).isInstanceOfSatisfying(RequestVerdict.Accepted.class, accepted -> {
            assertThat(accepted.acs()).isEqualTo(ACS);
            assertThat(accepted.format()).isEqualTo(NameIdFormat.EMAIL_ADDRESS);
            assertThat(accepted.authnContext()).endsWith("PasswordProtectedTransport");
        });
    }

    @Test
    void answers_to_the_default_address_when_none_is_named() throws Exception {
        assertThat(judge(request("", "")))
                .isInstanceOfSatisfying(
                        RequestVerdict.Accepted.class,
                        accepted -> assertThat(accepted.acs()).isEqualTo(ACS));
    }

    @Test
    void answers_to_the_address_with_the_index() throws Exception {
        assertThat(judge(request("AssertionConsumerServiceIndex=\"7\"", "")))
                .isInstanceOfSatisfying(
                        RequestVerdict.Accepted.class,
                        accepted -> assertThat(accepted.acs()).isEqualTo(SamlFixture.SECOND_ACS));
    }

    @ParameterizedTest
    @EnumSource(NameIdFormat.class)
    void promises_the_name_identifier_format_that_is_asked_for(NameIdFormat format) throws Exception {
        var verdict = judge(request("", "<samlp:NameIDPolicy Format=\"" + format.uri() + "\"/>"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        RequestVerdict.Accepted.class,
                        accepted -> assertThat(accepted.format()).isEqualTo(format));
    }

    @ParameterizedTest
    @CsvSource({
        "AssertionConsumerServiceURL=\"https://evil.example/acs\", is not registered",
        "AssertionConsumerServiceURL=\"https://app.example/saml/acs/\", is not registered",
        "AssertionConsumerServiceIndex=\"8\", is not registered",
        "AssertionConsumerServiceURL=\"https://app.example/saml/acs\" AssertionConsumerServiceIndex=\"7\", only one"
    })
    void refuses_an_unregistered_address(String attributes, String reason) throws Exception {
        assertThat(refusal(request(attributes, ""))).contains(reason);
    }

    @Test
    void refuses_another_issuer() throws Exception {
        assertThat(refusal(request().replace("<saml:Issuer>https://app", "<saml:Issuer>https://other")))
                .startsWith("Issuer is \"https://other.example/saml\"");
    }

    @Test
    void refuses_another_destination() throws Exception {
        assertThat(refusal(request().replace("/sso\"", "/other\""))).startsWith("Destination is");
    }

    @Test
    void refuses_another_version() throws Exception {
        assertThat(refusal(request().replace("Version=\"2.0\"", "Version=\"1.1\"")))
                .startsWith("Version is \"1.1\"");
    }

    @Test
    void refuses_a_request_of_yesterday_and_one_of_tomorrow() throws Exception {
        var now = SamlFixture.NOW.toString();

        assertThat(refusal(request()
                        .replace(now, SamlFixture.NOW.minus(Duration.ofDays(1)).toString())))
                .startsWith("IssueInstant");
        assertThat(refusal(request()
                        .replace(now, SamlFixture.NOW.plus(Duration.ofDays(1)).toString())))
                .startsWith("IssueInstant");
    }

    @Test
    void denies_a_name_identifier_format_that_it_cannot_give() throws Exception {
        var verdict = judge(
                request("", "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos\"/>"));

        assertThat(denial(verdict).detail()).endsWith("InvalidNameIDPolicy");
    }

    @Test
    void denies_an_answer_by_another_binding() throws Exception {
        var verdict = judge(request("ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact\"", ""));

        assertThat(denial(verdict).detail()).endsWith("UnsupportedBinding");
    }

    @Test
    void denies_an_authentication_context_that_it_cannot_state() throws Exception {
        var verdict = judge(request("", context("urn:oasis:names:tc:SAML:2.0:ac:classes:Kerberos")));

        assertThat(denial(verdict).detail()).endsWith("NoAuthnContext");
    }

    @Test
    void states_the_authentication_context_that_is_asked_for() throws Exception {
        var verdict = judge(request("", context("urn:oasis:names:tc:SAML:2.0:ac:classes:Password")));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        RequestVerdict.Accepted.class,
                        accepted -> assertThat(accepted.authnContext()).endsWith("classes:Password"));
    }

    @ParameterizedTest
    @CsvSource({
        "exact,   PasswordProtectedTransport, PasswordProtectedTransport",
        "exact,   X509,                       none",
        "minimum, Password,                   Password",
        "minimum, Kerberos,                   none",
        "maximum, Kerberos,                   PasswordProtectedTransport",
        "maximum, Password,                   Password",
        "better,  Password,                   PasswordProtectedTransport",
        "better,  unspecified,                PasswordProtectedTransport",
        "better,  PasswordProtectedTransport, none",
        "better,  X509,                       none"
    })
    void compares_the_authentication_context_as_it_is_told(String comparison, String asked, String stated)
            throws Exception {
        var context = context("urn:oasis:names:tc:SAML:2.0:ac:classes:" + asked)
                .replace("Context><saml", "Context Comparison=\"" + comparison + "\"><saml");

        assertThat(statedBy(judge(request("", context)))).endsWith(stated);
    }

    @Test
    void cannot_state_a_declaration() throws Exception {
        var declared = context("urn:mace:example:declaration").replace("ClassRef", "DeclRef");

        assertThat(denial(judge(request("", declared))).detail()).endsWith("NoAuthnContext");
    }

    @ParameterizedTest
    @CsvSource({"true", "false", "0", "1"})
    void creates_no_identifier_and_so_needs_no_leave_for_it(String allowed) throws Exception {
        var verdict = judge(request("", "<samlp:NameIDPolicy AllowCreate=\"" + allowed + "\"/>"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        RequestVerdict.Accepted.class,
                        accepted -> assertThat(accepted.format()).isEqualTo(NameIdFormat.EMAIL_ADDRESS));
    }

    @Test
    void index_0_is_the_default_address_where_no_other_has_it() throws Exception {
        assertThat(judge(request("AssertionConsumerServiceIndex=\"0\"", "")))
                .isInstanceOfSatisfying(
                        RequestVerdict.Accepted.class,
                        accepted -> assertThat(accepted.acs()).isEqualTo(ACS));
    }

    private static String statedBy(RequestVerdict verdict) {
        return switch (verdict) {
            case RequestVerdict.Accepted accepted -> accepted.authnContext();
            case RequestVerdict.Denied denied -> "none";
            case RequestVerdict.Refused refused -> refused.reason();
        };
    }

    private static String context(String uri) {
        return "<samlp:RequestedAuthnContext><saml:AuthnContextClassRef>" + uri
                + "</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>";
    }

    private RequestVerdict judge(String xml) throws UnreadableSaml {
        return rules.judge(reader.read(posted(xml), anApp()), PROVIDER, anApp());
    }

    private String refusal(String xml) throws UnreadableSaml {
        return switch (judge(xml)) {
            case RequestVerdict.Refused(var reason) -> reason;
            case RequestVerdict.Accepted accepted -> "accepted";
            case RequestVerdict.Denied denied -> "denied";
        };
    }

    private static Denial denial(RequestVerdict verdict) {
        return ((RequestVerdict.Denied) verdict).denial();
    }
}
