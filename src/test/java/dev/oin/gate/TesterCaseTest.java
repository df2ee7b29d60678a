package dev.oin.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.TestInformation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Testing-rules 4.2, every row: which cases appear for which flow settings. */
class TesterCaseTest {

    @ParameterizedTest
    @CsvSource({
        "true,  false, false, IDP_FLOW",
        "true,  false, true,  IDP_FLOW JIT",
        "false, true,  false, SP_FLOW",
        "false, true,  true,  SP_FLOW JIT",
        "true,  true,  false, IDP_FLOW SP_FLOW",
        "true,  true,  true,  IDP_FLOW SP_FLOW JIT"
    })
    void saml_by_its_flows(boolean idp, boolean sp, boolean jit, String cases) {
        var tests = new TestInformation(
                null, null, null, null, null, new TestInformation.SamlTest(idp, sp, jit, null, null));
        var content = content(Protocol.SAML, null, tests);

        assertThat(TesterCase.required(content, Protocol.SAML)).isEqualTo(cases(cases));
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/start, false, IDP_FLOW SP_FLOW",
        "https://app.example/start, true,  IDP_FLOW SP_FLOW JIT",
        ",                          false, SP_FLOW",
        ",                          true,  SP_FLOW JIT"
    })
    void oidc_always_has_the_sp_flow_and_the_idp_flow_with_an_initiate_uri_only(
            @Nullable String initiate, boolean jit, String cases) {
        var tests = new TestInformation(null, null, null, null, new TestInformation.OidcTest(jit, null), null);
        var oidc = new Configuration.Oidc(null, initiate, null, null, null, null);
        var content = content(Protocol.OIDC, oidc, tests);

        assertThat(TesterCase.required(content, Protocol.OIDC)).isEqualTo(cases(cases));
    }

    private static Content content(Protocol protocol, Configuration.@Nullable Oidc oidc, TestInformation tests) {
        return new Content(Set.of(protocol), new Configuration(null, null, oidc, null, null, null), null, tests);
    }

    private static List<TesterCase> cases(String names) {
        return Stream.of(names.split(" ")).map(TesterCase::valueOf).toList();
    }
}
