package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.TestInformation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOnCaseTest {

    @ParameterizedTest
    @CsvSource({
        "true,  false, false, IDP_FLOW",
        "true,  false, true,  IDP_FLOW JIT_IDP",
        "false, true,  false, SP_FLOW",
        "false, true,  true,  SP_FLOW JIT_SP",
        "true,  true,  false, IDP_FLOW SP_FLOW",
        "true,  true,  true,  IDP_FLOW SP_FLOW JIT_IDP",
    })
    void the_cases_for_saml_follow_the_table(boolean idp, boolean sp, boolean jit, String expected) {
        var tests = new TestInformation.SamlTest(idp, sp, jit, null, null);
        var content = new Content(
                Set.of(Protocol.SAML),
                Configuration.empty(),
                null,
                new TestInformation(null, null, null, null, null, tests));

        assertThat(SignOnCase.applicable(content, Protocol.SAML))
                .extracting(Enum::name)
                .containsExactly(expected.split(" "));
    }

    @Test
    void without_a_flow_there_is_no_case() {
        var tests = new TestInformation.SamlTest(false, false, true, null, null);
        var content = new Content(
                Set.of(Protocol.SAML),
                Configuration.empty(),
                null,
                new TestInformation(null, null, null, null, null, tests));

        assertThat(SignOnCase.applicable(content, Protocol.SAML)).isEmpty();
    }

    @Test
    void openid_connect_has_the_idp_flow_with_an_initiate_login_uri_only() {
        assertThat(SignOnCase.applicable(oidc(null), Protocol.OIDC))
                .containsExactly(SignOnCase.SP_FLOW, SignOnCase.JIT_SP);
        assertThat(SignOnCase.applicable(oidc("https://app.example/initiate"), Protocol.OIDC))
                .containsExactly(SignOnCase.IDP_FLOW, SignOnCase.SP_FLOW, SignOnCase.JIT_IDP);
    }

    private static Content oidc(@Nullable String initiate) {
        var oidc = new Configuration.Oidc(null, initiate, null, null, null, true);
        var tests = new TestInformation.OidcTest(true, "https://app.example/start");
        return new Content(
                Set.of(Protocol.OIDC),
                new Configuration(null, null, oidc, null, null, null),
                null,
                new TestInformation(null, null, null, null, tests, null));
    }
}
