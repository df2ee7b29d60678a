package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.CheckReport;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.GenerateInstance.Outcome.Generated;
import dev.oin.sandbox.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sign-on advice on a real application: no false alarm for either protocol. */
class AdviceSuiteIT extends OnSampleApp {

    @Autowired
    SignInRecipes recipes;

    @Test
    void a_saml_app_of_kept_libraries_needs_no_advice() throws Exception {
        var generated = saml();
        var second = again(generated);
        connectSaml(generated);
        connectSecond(second);

        var report = advice(generated.instance(), Protocol.SAML);

        assertSound(report);
        assertThat(ids(report, Verdict.NOT_APPLICABLE)).containsExactlyInAnyOrder("F-SA-6", "F-SA-8");
    }

    @Test
    void an_openid_connect_app_of_kept_libraries_needs_no_advice() throws Exception {
        var generated = oidc();
        connectOidc(generated, generated.clientSecret());

        var report = advice(generated.instance(), Protocol.OIDC);

        assertSound(report);
        assertThat(ids(report, Verdict.NOT_APPLICABLE)).containsExactlyInAnyOrder("F-SA-6", "F-XX-2");
    }

    @Test
    void an_app_that_creates_nobody_and_asks_for_a_fresh_sign_in_needs_no_advice() throws Exception {
        var generated = saml(false);
        connectSaml(generated);
        admitAda(generated);
        app.connect("{\"jit\":false,\"saml\":{\"force_authn\":true}}");

        var report = advice(generated.instance(), Protocol.SAML, "F-SA-6", "F-SA-8", "F-SA-9", "F-XX-1");

        assertThat(ids(report, Verdict.PASSED)).containsExactlyInAnyOrder("F-SA-6", "F-SA-8", "F-SA-9", "F-XX-1");
    }

    @ParameterizedTest
    @CsvSource({
        "F-SA-6, jit-unasked",
        "F-SA-6, unknown-refused-silently",
        "F-SA-8, saml-later-sign-in-refused",
        "F-XX-1, denial-loops",
        "F-XX-1, denial-as-guest"
    })
    void weaknesses_of_an_app_that_creates_nobody_are_found(String check, String weakness) throws Exception {
        var generated = saml(false);
        connectSaml(generated);
        admitAda(generated);
        app.connect("{\"jit\":false,\"saml\":{\"force_authn\":%s}}".formatted(check.equals("F-SA-8")));
        weakened(weakness);

        assertFound(advice(generated.instance(), Protocol.SAML, check));
    }

    @ParameterizedTest
    @CsvSource({
        "F-SA-7, saml-one-acs",
        "F-SA-9, names-escaped-twice",
        "F-SA-9, saml-many-values-server-error",
        "F-XX-2, tenants-shared"
    })
    void weaknesses_of_a_saml_app_are_found(String check, String weakness) throws Exception {
        var generated = saml();
        var second = again(generated);
        connectSaml(generated);
        connectSecond(second);
        weakened(weakness);

        assertFound(advice(generated.instance(), Protocol.SAML, check));
    }

    @ParameterizedTest
    @CsvSource({
        "F-OI-6, oidc-local-sign-out",
        "F-OI-8, denial-loops",
        "F-OI-8, denial-as-guest",
        "F-XX-1, denial-as-guest"
    })
    void weaknesses_of_an_openid_connect_app_are_found(String check, String weakness) throws Exception {
        var generated = oidc();
        connectOidc(generated, generated.clientSecret());
        weakened(weakness);

        assertFound(advice(generated.instance(), Protocol.OIDC, check));
    }

    /** The app knows its own people: somebody signs in once while it still creates them. */
    private void admitAda(Generated generated) throws Exception {
        app.connect("{\"jit\":true,\"saml\":{\"force_authn\":false}}");
        assertThat(run(generated.instance(), SuiteName.SUBMISSION_TESTER, "SP_FLOW")
                        .run()
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    private CheckReport advice(Instance instance, Protocol protocol, String... cases) {
        recipes.save(
                instance.submission(),
                protocol,
                new SignInRecipe(
                        null,
                        app.at("/account").toString(),
                        null,
                        new SignInRecipe.Step(null, "form[action*='sign-out'] button, #sign-out", null, null)));
        return run(instance, SuiteName.SIGN_ON_ADVICE, cases);
    }

    private static void assertSound(CheckReport report) {
        assertThat(report.results())
                .hasSizeGreaterThan(6)
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isIn(Verdict.PASSED, Verdict.NOT_APPLICABLE));
    }

    private static void assertFound(CheckReport report) {
        assertThat(report.results())
                .singleElement()
                .satisfies(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isIn(Verdict.FAILED, Verdict.WARNED));
    }
}
