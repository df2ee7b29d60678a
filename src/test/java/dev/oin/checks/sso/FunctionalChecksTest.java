package dev.oin.checks.sso;

import static dev.oin.checks.sso.ScriptedLab.delivered;
import static dev.oin.checks.sso.ScriptedLab.refused;
import static dev.oin.checks.sso.ScriptedLab.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.oin.checks.Exchange;
import dev.oin.checks.Verdict;
import dev.oin.checks.sso.AppSession.Again;
import dev.oin.checks.sso.AppSession.Departure;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F-*: how the ends of sign-ins are judged, and where a check does not apply. */
class FunctionalChecksTest {

    private final ScriptedLab lab = new ScriptedLab();

    @Test
    void unknown_people_need_a_message_and_nothing_else() {
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.PASSED);
        lab.ending(person -> trial(delivered(200, "Welcome"), State.ALIVE));
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.FAILED);
        lab.ending(person -> trial(delivered(200, ""), State.GONE));
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.FAILED);
        lab.ending(person -> trial(refused("No account"), State.GONE, What.SAML_ANSWERED, What.SAML_ANSWERED));
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.FAILED);
        lab.ending(person -> trial(delivered(500, "Broken"), State.GONE));
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.FAILED);
        lab.ending(person -> trial(refused("No account"), State.UNCLEAR));
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.INCONCLUSIVE);
        lab.ending(person -> trial(new Attempt.NotLetIn("no page"), State.GONE));
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.INCONCLUSIVE);
        lab.ending(person ->
                trial(new Attempt.Unreachable(ScriptedLab.HOME, "net::ERR_TOO_MANY_REDIRECTS", false), State.GONE));
        assertThat(verdict("F-SA-6")).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F-SA-6", "F-SA-7", "F-OI-6", "F-XX-2"})
    void checks_do_not_apply_where_the_submission_promises_nothing_of_the_kind(String id) {
        if (id.equals("F-SA-6")) {
            lab.cases(SignOnCase.SP_FLOW, SignOnCase.JIT_SP);
        }

        assertThat(verdict(id)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F-SA-9", "F-OI-8", "F-XX-1"})
    void checks_that_sign_known_people_in_do_not_apply_where_every_case_makes_a_new_one(String id) {
        lab.cases(SignOnCase.JIT_SP);

        assertThat(verdict(id)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({"SIGNED_IN, PASSED", "REFUSED, WARNED", "NOT_ASKED, NOT_APPLICABLE"})
    void a_fresh_sign_in_is_seen_where_the_app_asks_for_one(Again again, Verdict expected) {
        var session = mock(AppSession.class);
        when(session.signInAgain()).thenReturn(again);
        lab.in(session).seeing(forced());

        assertThat(verdict("F-SA-8")).isEqualTo(expected);
    }

    private ObservedSignIn forced() {
        var request = new SignInEvent(
                1,
                lab.instance().id(),
                null,
                null,
                What.SAML_REQUEST_RECEIVED,
                Map.of("force_authn", "true"),
                Instant.EPOCH);
        return new ObservedSignIn(
                lab.tested().app(),
                lab.instance(),
                "https://idp.example.com/sso",
                List.of(request),
                List.of(),
                ScriptedLab.HOME,
                List.of());
    }

    @Test
    void every_registered_service_takes_answers() {
        lab.on(saml(List.of(new InstalledApp.IndexedAcs(1, "https://app.example.com/acs2"))));
        lab.ending(person -> trial(delivered(200, "Ada"), State.ALIVE));

        assertThat(verdict("F-SA-7")).isEqualTo(Verdict.PASSED);
        assertThat(lab.faults()).containsExactly("F-SA-7/0", "F-SA-7/1");
    }

    @Test
    void a_registered_service_that_takes_none_is_named() {
        lab.on(saml(List.of(new InstalledApp.IndexedAcs(1, "https://app.example.com/acs2"))));
        lab.ending(person -> trial(refused("Wrong"), lab.faults().getLast().endsWith("/1") ? State.GONE : State.ALIVE));

        var outcome = check("F-SA-7").outcome(lab);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.observed()).contains("https://app.example.com/acs2").doesNotContain("acs:");
    }

    @Test
    void the_fault_addresses_the_answer_to_the_numbered_service() {
        var fault = new ConsumerServices.AtAnotherAddress();

        assertThat(fault.acs("a", "1", List.of("a", "b"))).isEqualTo("b");
    }

    @Test
    void many_values_are_added_inside_of_the_statement_and_stay_well_formed() {
        var broken = new AttributeMapping.ManyValues()
                .beforeSigning("<s:AttributeStatement xmlns:s=\"urn:x\"><s:A/></s:AttributeStatement>");

        assertThat(broken).contains("oinTeams", "oinNickname").endsWith("</s:AttributeStatement>");
    }

    @Test
    void an_error_of_the_provider_is_taken_with_a_message() {
        lab.ending(
                person -> trial(refused("Denied"), State.GONE, What.OIDC_REQUEST_RECEIVED, What.OIDC_REQUEST_REFUSED));
        assertThat(verdict("F-OI-8")).isEqualTo(Verdict.PASSED);
        lab.ending(person -> trial(
                delivered(200, "Denied"),
                State.GONE,
                What.OIDC_REQUEST_RECEIVED,
                What.OIDC_REQUEST_RECEIVED,
                What.OIDC_REQUEST_REFUSED));

        assertThat(verdict("F-OI-8")).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://idp.example/sandbox/acme/connect/logout?id_token_hint=x, 302, https://app.example.com/bye, ''",
        "https://app.example.com/bye, 200, https://app.example.com/bye, did not send",
        "https://idp.example/sandbox/acme/connect/logout?client_id=x, 303, https://app.example.com/bye, no id_token_hint",
        "https://idp.example/sandbox/acme/connect/logout?id_token_hint=x, 400, https://app.example.com/bye, refused",
        "https://idp.example/sandbox/acme/connect/logout?id_token_hint=x, 302, https://idp.example/sandbox/acme/login, did not come back"
    })
    void signing_out_goes_by_the_identity_provider_and_back(URI asked, int status, URI rest, String wrong) {
        var exchange = new Exchange(
                Instant.EPOCH,
                Duration.ZERO,
                "document",
                "GET",
                asked,
                List.of(),
                null,
                status,
                status < 400 && status > 200 ? List.of(new Exchange.Header("Location", rest.toString())) : List.of(),
                null,
                null);

        var objection = PostLogout.objection(
                new Departure(rest, List.of(exchange)), lab.tested().app(), List.of("https://app.example.com/bye"));

        if (wrong.isEmpty()) {
            assertThat(objection).isEmpty();
        } else {
            assertThat(objection).contains(wrong);
        }
    }

    @Test
    void people_who_are_turned_away_at_the_door_have_no_session() {
        lab.cases(SignOnCase.IDP_FLOW);
        lab.ending(person -> trial(new Attempt.NotLetIn("refused"), State.GONE));
        assertThat(verdict("F-XX-1")).isEqualTo(Verdict.PASSED);
        lab.ending(person -> trial(new Attempt.NotLetIn("refused"), State.ALIVE));

        assertThat(verdict("F-XX-1")).isEqualTo(Verdict.FAILED);
    }

    private Verdict verdict(String id) {
        return check(id).outcome(lab).verdict();
    }

    private static AdviceCheck check(String id) {
        return FunctionalChecks.all().stream()
                .filter(check -> check.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static InstalledApp saml(List<InstalledApp.IndexedAcs> indexed) {
        return new InstalledApp(
                "App",
                new InstalledApp.Saml(
                        "https://app.example.com/acs",
                        indexed,
                        "https://app.example.com/saml",
                        List.of(),
                        List.of(),
                        null),
                null,
                null,
                null);
    }
}
