package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.CheckReport;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sign-on advice on a real application: no false alarm for either protocol. */
class AdviceSuiteIT extends OnSampleApp {

    @Autowired
    SignInRecipes recipes;

    @Test
    void a_saml_app_of_kept_libraries_needs_no_advice() throws Exception {
        var generated = saml();
        connectSaml(generated);

        assertSound(generated.instance(), Protocol.SAML);
    }

    @Test
    void an_openid_connect_app_of_kept_libraries_needs_no_advice() throws Exception {
        var generated = oidc();
        connectOidc(generated, generated.clientSecret());

        assertSound(generated.instance(), Protocol.OIDC);
    }

    private void assertSound(Instance instance, Protocol protocol) {
        recipes.save(
                instance.submission(),
                protocol,
                new SignInRecipe(
                        null,
                        app.at("/account").toString(),
                        null,
                        new SignInRecipe.Step(null, "form[action*='signout'] button, #sign-out", null, null)));

        CheckReport report = run(instance, SuiteName.SIGN_ON_ADVICE);

        assertThat(report.results())
                .hasSizeGreaterThan(6)
                .allSatisfy(result -> assertThat(result.outcome().verdict())
                        .as(result.check() + ": " + result.outcome())
                        .isEqualTo(Verdict.PASSED));
    }
}
