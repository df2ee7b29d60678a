package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.Fault;
import dev.oin.checks.Verdict;
import org.junit.jupiter.api.Test;

/** The submission tester on a real application. */
class SampleAppIT extends OnSampleApp {

    @Test
    void saml_with_just_in_time_creation_passes_every_case() throws Exception {
        var generated = saml();
        connectSaml(generated);

        var report = run(generated.instance());

        assertThat(report.results())
                .hasSize(3)
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isEqualTo(Verdict.PASSED));
    }

    @Test
    void openid_connect_with_just_in_time_creation_passes_every_case() throws Exception {
        var generated = oidc();
        connectOidc(generated, generated.clientSecret());

        var report = run(generated.instance());

        assertThat(report.results())
                .hasSize(3)
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isEqualTo(Verdict.PASSED));
    }

    @Test
    void a_wrong_client_secret_is_the_configurations_fault() throws Exception {
        var generated = oidc();
        connectOidc(generated, "not-the-secret");

        var report = run(generated.instance());

        assertThat(report.results()).hasSize(3).allSatisfy(result -> {
            assertThat(result.outcome().verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.outcome().fault()).contains(Fault.CONFIGURATION);
            assertThat(result.outcome().remedy()).contains("client secret");
        });
    }

    @Test
    void an_app_connected_to_another_instance_is_misconfigured() throws Exception {
        var old = saml();
        connectSaml(old);

        var report = run(saml().instance());

        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isEqualTo(Verdict.FAILED));
        assertThat(report.results().get(1).outcome().fault()).contains(Fault.CONFIGURATION);
    }
}
