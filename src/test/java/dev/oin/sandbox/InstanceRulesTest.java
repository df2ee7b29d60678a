package dev.oin.sandbox;

import static dev.oin.kernel.Protocol.OIDC;
import static dev.oin.kernel.Protocol.SAML;
import static dev.oin.kernel.Protocol.SCIM;
import static dev.oin.kernel.Protocol.UNIVERSAL_LOGOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance.Kind;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.UserOperation;
import dev.oin.submission.TestInformation;
import dev.oin.submission.TestInformation.OidcTest;
import dev.oin.submission.TestInformation.SamlTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceRulesTest {

    @Test
    void each_protocol_but_logout_needs_an_instance() {
        var required = InstanceRules.required(Content.of(Set.of(OIDC, SAML, SCIM, UNIVERSAL_LOGOUT)));

        assertThat(required)
                .containsExactly(
                        new RequiredInstance(OIDC, Kind.CURRENT),
                        new RequiredInstance(SAML, Kind.CURRENT),
                        new RequiredInstance(SCIM, Kind.CURRENT));
    }

    @ParameterizedTest
    @CsvSource({
        "SAML,false,true,Allowed",
        "SAML,true,true,Refused",
        "SAML,true,false,Refused",
        "SAML,false,false,Refused",
        "OIDC,false,true,Allowed",
        "OIDC,true,true,Refused"
    })
    void one_sign_on_protocol_shares_its_instance_with_provisioning_when_exactly_one_of_them_creates_users(
            Protocol signOn, boolean jit, boolean create, String expected) {
        var verdict = InstanceRules.combined(content(Set.of(signOn, SCIM), jit, create));

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void two_sign_on_protocols_share_nothing() {
        var verdict = InstanceRules.combined(content(Set.of(OIDC, SAML, SCIM), false, true));

        assertThat(verdict).isInstanceOf(CombinedInstance.Refused.class);
    }

    @Test
    void nothing_is_combined_without_provisioning() {
        var verdict = InstanceRules.combined(content(Set.of(SAML), false, true));

        assertThat(verdict).isEqualTo(new CombinedInstance.NotApplicable());
    }

    @Test
    void an_instance_is_refused_for_a_protocol_that_was_not_selected() {
        var refusal = InstanceRules.refusal(Content.of(Set.of(SAML)), Set.of(OIDC));

        assertThat(refusal).contains("OIDC is not selected for this integration.");
    }

    @Test
    void an_instance_is_refused_for_two_sign_on_protocols() {
        var refusal = InstanceRules.refusal(Content.of(Set.of(SAML, OIDC)), Set.of(SAML, OIDC));

        assertThat(refusal).isPresent();
    }

    private static Content content(Set<Protocol> protocols, boolean jit, boolean create) {
        var operations = create ? List.of(UserOperation.READ, UserOperation.CREATE) : List.of(UserOperation.READ);
        var scim = new Scim(null, null, null, null, operations, null, null, null, null);
        var tests = new TestInformation(
                null, null, null, null, new OidcTest(jit, null), new SamlTest(true, true, jit, null, null));
        return new Content(protocols, new Configuration(null, null, null, null, scim, null), null, tests);
    }
}
