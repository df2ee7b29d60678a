package dev.oin.sandbox.saml;

import static dev.oin.sandbox.saml.SamlFixture.ACS;
import static dev.oin.sandbox.saml.SamlFixture.PROVIDER;
import static dev.oin.sandbox.saml.SamlFixture.anApp;
import static dev.oin.sandbox.saml.SamlFixture.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oin.sandbox.NameIdFormat;
import dev.oin.sandbox.PersonFixture;
import dev.oin.sandbox.TestKeys;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.saml.saml2.core.Assertion;

class SamlAnswersTest {

    private static final Subject ADA = new Subject(PersonFixture.ada(), Instant.parse("2026-11-23T11:59:00Z"), "_s1");

    private final StrictServiceProvider app = new StrictServiceProvider(ACS, TestKeys.OURS.certificate());

    @Test
    void a_solicited_answer_is_accepted() throws Exception {
        var answer = answers().success(PROVIDER, anApp(), solicited(NameIdFormat.EMAIL_ADDRESS), ADA, Tampering.none());

        var assertion = app.accept(answer, "_r1");

        assertThat(nameId(assertion)).isEqualTo("ada@acme.example");
        assertThat(answer.relayState()).isEqualTo("state");
        assertThat(assertion.getAuthnStatements().getFirst().getSessionIndex()).isEqualTo("_s1");
    }

    @Test
    void an_unsolicited_answer_is_accepted_and_names_no_request() throws Exception {
        var answer = answers().success(PROVIDER, anApp(), Reply.unsolicited(anApp(), null), ADA, Tampering.none());

        var assertion = app.accept(answer, null);

        assertThat(answer.xml()).doesNotContain("InResponseTo");
        assertThat(assertion.getIssuer().getValue()).isEqualTo(PROVIDER.entityId());
    }

    @ParameterizedTest
    @EnumSource(NameIdFormat.class)
    void the_name_identifier_has_the_format_that_was_asked_for(NameIdFormat format) throws Exception {
        var answer = answers().success(PROVIDER, anApp(), solicited(format), ADA, Tampering.none());

        var assertion = app.accept(answer, "_r1");

        assertThat(assertion.getSubject().getNameID().getFormat()).isEqualTo(format.uri());
    }

    @Test
    void a_persistent_name_stays_the_same_and_a_transient_one_does_not() throws Exception {
        assertThat(nameId(NameIdFormat.PERSISTENT)).isEqualTo(nameId(NameIdFormat.PERSISTENT));
        assertThat(nameId(NameIdFormat.TRANSIENT)).isNotEqualTo(nameId(NameIdFormat.TRANSIENT));
    }

    @Test
    void attributes_and_groups_are_those_of_the_configuration() throws Exception {
        var answer = answers().success(PROVIDER, anApp(), solicited(NameIdFormat.UNSPECIFIED), ADA, Tampering.none());

        var assertion = app.accept(answer, "_r1");

        assertThat(values(assertion, "login")).containsExactly("ada@acme.example");
        assertThat(values(assertion, "names")).containsExactly("Ada", "Łukasz <&> \"Lovelace\"");
        assertThat(values(assertion, "source")).containsExactly("sandbox");
        assertThat(values(assertion, "groups")).containsExactly("app-admins", "app-users");
        assertThat(values(assertion, "city")).isEmpty();
    }

    @Test
    void a_change_after_signing_is_noticed() {
        var fault = new Tampering(text -> text, text -> text.replace("ada@acme.example", "eve@acme.example"));

        var answer = answers().success(PROVIDER, anApp(), solicited(NameIdFormat.EMAIL_ADDRESS), ADA, fault);

        assertThatThrownBy(() -> app.accept(answer, "_r1")).hasMessageContaining("ignature");
    }

    @Test
    void a_change_before_signing_is_signed() throws Exception {
        var fault = new Tampering(text -> text.replace("ada@acme.example", "eve@acme.example"), text -> text);

        var answer = answers().success(PROVIDER, anApp(), solicited(NameIdFormat.EMAIL_ADDRESS), ADA, fault);

        assertThat(nameId(app.accept(answer, "_r1"))).isEqualTo("eve@acme.example");
    }

    @Test
    void holds_no_carriage_return_which_would_not_survive_being_written_anew() throws Exception {
        var answer = answers().success(PROVIDER, anApp(), solicited(NameIdFormat.EMAIL_ADDRESS), ADA, Tampering.none());

        assertThat(answer.xml()).doesNotContain("&#13;", "\r");
        app.accept(answer, "_r1");
    }

    @Test
    void a_stranger_s_key_is_not_trusted() {
        var answer = answers().success(PROVIDER, anApp(), solicited(NameIdFormat.EMAIL_ADDRESS), ADA, Tampering.none());

        var other = new StrictServiceProvider(ACS, TestKeys.STRANGERS.certificate());

        assertThatThrownBy(() -> other.accept(answer, "_r1")).hasMessageContaining("ignature");
    }

    @Test
    void a_denial_is_signed_and_carries_no_assertion() {
        var answer = answers().denial(PROVIDER, ACS, "_r1", Denial.noPassive(), "state");

        assertThat(answer.xml())
                .contains("status:Responder", "status:NoPassive", "InResponseTo=\"_r1\"", "<ds:Signature")
                .doesNotContain("<saml2:Assertion");
    }

    private String nameId(NameIdFormat format) throws Exception {
        return nameId(
                app.accept(answers().success(PROVIDER, anApp(), solicited(format), ADA, Tampering.none()), "_r1"));
    }

    private static String nameId(Assertion assertion) {
        return String.valueOf(assertion.getSubject().getNameID().getValue());
    }

    private static Reply solicited(NameIdFormat format) {
        return new Reply(ACS, "_r1", "state", format, "urn:oasis:names:tc:SAML:2.0:ac:classes:Password");
    }

    private static List<String> values(Assertion assertion, String name) {
        return assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .filter(attribute -> name.equals(attribute.getName()))
                .flatMap(attribute -> attribute.getAttributeValues().stream())
                .map(value -> String.valueOf(((XSString) value).getValue()))
                .toList();
    }
}
