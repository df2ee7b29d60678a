package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.CheckReport;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.checks.logout.LogoutRecord;
import dev.oin.checks.logout.LogoutRecords;
import dev.oin.kernel.AccountId;
import dev.oin.sandbox.GenerateInstance.Outcome.Generated;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.PersonDetails;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.submission.Configuration.SubjectFormat;
import dev.oin.submission.Configuration.UniversalLogout;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Universal Logout on a real application: sound it passes, and every planted weakness is found by its name. */
class LogoutSuiteIT extends OnSampleApp {

    @Autowired
    LogoutRecords records;

    @Autowired
    SandboxAddresses addresses;

    @Test
    void a_sound_app_passes_without_a_false_alarm() throws Exception {
        var instance = connected(SubjectFormat.EMAIL, false);
        var other = ((PersonOutcome.Saved) people.add(
                        org.id(), new PersonDetails("Bo", "Second", "bo-" + UUID.randomUUID() + "@acme.example"), null))
                .person();
        assignments.assign(instance.id(), other.id(), org.id());

        var report = logout(instance);

        assertThat(report.results()).hasSize(32);
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isIn(Verdict.PASSED, Verdict.NOT_APPLICABLE));
        assertThat(ids(report, Verdict.NOT_APPLICABLE)).containsExactly("UL-F3", "UL-F4", "UL-F13", "UL-N12", "UL-N17");
        assertThat(report.results().getFirst().outcome().observed()).containsPattern("[0-9.]+ s later");
    }

    @Test
    void issuer_and_subject_name_the_person_too() throws Exception {
        var report = logout(connected(SubjectFormat.ISS_SUB, false), "UL-F1", "UL-F3", "UL-F8");

        assertThat(ids(report, Verdict.PASSED)).containsExactly("UL-F3", "UL-F8");
    }

    @Test
    void a_session_that_survives_full_support_is_a_failure_and_with_partial_support_a_question() throws Exception {
        weakened("logout-keeps-sessions");

        assertThat(ids(logout(connected(SubjectFormat.EMAIL, false), "UL-F1", "UL-F2", "UL-F5"), Verdict.FAILED))
                .containsExactly("UL-F1", "UL-F2", "UL-F5");

        var partial = connected(SubjectFormat.EMAIL, true);
        assertThat(ids(logout(partial, "UL-F4"), Verdict.WARNED)).containsExactly("UL-F4");
        records.keep(new LogoutRecord(
                partial.id(),
                new AccountId(UUID.randomUUID()),
                "Ida",
                Instant.now(),
                204,
                true,
                null,
                "No new token."));
        assertThat(ids(logout(partial, "UL-F4", "UL-F13"), Verdict.PASSED)).containsExactly("UL-F4", "UL-F13");
    }

    @Test
    void signing_in_again_is_not_judged_by_a_session_that_goes_on() throws Exception {
        weakened("logout-keeps-sessions");

        assertThat(ids(logout(connected(SubjectFormat.EMAIL, false), "UL-F8"), Verdict.INCONCLUSIVE))
                .containsExactly("UL-F8");
        assertThat(ids(logout(connected(SubjectFormat.EMAIL, true), "UL-F8"), Verdict.PASSED))
                .containsExactly("UL-F8");
    }

    @Test
    void unsigned_tokens_are_found() throws Exception {
        weakened("logout-unsigned-accepted");

        var report = logout(connected(SubjectFormat.EMAIL, false), "UL-N1", "UL-N2", "UL-N3", "UL-N4");

        assertThat(ids(report, Verdict.FAILED)).containsExactly("UL-N2", "UL-N3");
        assertThat(report.results().get(1).outcome().observed()).contains("alg none", "HS256");
    }

    @Test
    void replayed_tokens_are_found() throws Exception {
        weakened("logout-replay-accepted");

        var report = logout(connected(SubjectFormat.EMAIL, false), "UL-N8");

        assertThat(ids(report, Verdict.FAILED)).containsExactly("UL-N8");
        assertThat(report.results().getFirst().outcome().observed()).contains("used before");
    }

    @Test
    void tokens_that_live_for_a_day_are_found() throws Exception {
        weakened("logout-long-lived-accepted");

        var report = logout(connected(SubjectFormat.EMAIL, false), "UL-N7");

        assertThat(ids(report, Verdict.WARNED)).containsExactly("UL-N7");
        assertThat(report.results().getFirst().outcome().observed()).isEqualTo("It was answered with 204.");
    }

    @Test
    void a_new_key_has_to_be_accepted() throws Exception {
        weakened("logout-later-keys-refused");
        var instance = connected(SubjectFormat.EMAIL, false);
        logout(instance, "UL-F7");

        assertThat(ids(logout(instance, "UL-F11"), Verdict.FAILED)).containsExactly("UL-F11");
    }

    @Test
    void people_of_another_tenant_are_left_alone() throws Exception {
        var instance = twoTenants();
        assertThat(ids(logout(instance, "UL-N12"), Verdict.PASSED)).containsExactly("UL-N12");

        weakened("logout-tenant-ignored");

        assertThat(ids(logout(instance, "UL-N12"), Verdict.FAILED)).containsExactly("UL-N12");
    }

    @Test
    void a_hundred_calls_are_made_only_where_they_are_asked_for() throws Exception {
        var instance = connected(SubjectFormat.EMAIL, false);
        assertThat(ids(logout(instance, "UL-N19"), Verdict.PASSED)).containsExactly("UL-N19");

        weakened("logout-breaks-under-load");

        assertThat(ids(logout(instance, "UL-N19"), Verdict.WARNED)).containsExactly("UL-N19");
    }

    /** A SAML app with Universal Logout whose second tenant has an instance of its own. */
    private Instance twoTenants() throws Exception {
        var first = saml(true, new UniversalLogout(app.at("/logout/global").toString(), SubjectFormat.EMAIL, false));
        var second = again(first);
        connectSaml(first);
        connectSecond(second);
        app.connect("{\"oidc\":null,\"logout\":{\"issuer\":\"%s\",\"subject\":\"%s\"}}"
                .formatted(addresses.issuer(org.id()), first.instance().id()));
        return instances.find(first.instance().id()).orElseThrow();
    }

    private CheckReport logout(Instance instance, String... cases) {
        return run(instance, SuiteName.LOGOUT, cases);
    }

    private Instance connected(SubjectFormat format, boolean partial) throws Exception {
        Generated generated = oidc(new UniversalLogout(app.at("/logout/global").toString(), format, partial));
        connectOidc(generated, generated.clientSecret());
        return instances.find(generated.instance().id()).orElseThrow();
    }
}
