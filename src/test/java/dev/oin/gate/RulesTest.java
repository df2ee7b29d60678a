package dev.oin.gate;

import static dev.oin.gate.GateFactsBuilder.passed;
import static dev.oin.gate.GateFactsBuilder.readyToSubmit;
import static dev.oin.kernel.Protocol.ENTITLEMENTS;
import static dev.oin.kernel.Protocol.OIDC;
import static dev.oin.kernel.Protocol.SAML;
import static dev.oin.kernel.Protocol.SCIM;
import static dev.oin.kernel.Protocol.UNIVERSAL_LOGOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.oin.checks.Verdict;
import dev.oin.gate.GateFacts.Installed;
import dev.oin.gate.GateFacts.LatestResult;
import dev.oin.gate.GateFacts.RequiredCase;
import dev.oin.gate.GateFacts.ResultsLink;
import dev.oin.gate.GateFacts.TestAccount;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    @Test
    void what_proved_nothing_is_not_done_yet_and_only_a_failure_disproves() {
        assertThat(Requirement.notPassed(GateId.G_07, SAML, "Not passed.", Verdict.FAILED)
                        .disproved())
                .isTrue();
        assertThat(Requirement.notPassed(GateId.G_07, SAML, "Not passed.", Verdict.INCONCLUSIVE))
                .extracting(Requirement::disproved, Requirement::message)
                .containsExactly(false, "Not passed. The latest result is \"Inconclusive\".");
    }

    private static final String ALWAYS = "G-01 G-02 G-03 G-04 G-20";
    private static final String SIGN_ON = " G-05 G-06 G-07 G-08";
    private static final String PROVISIONING = " G-12 G-13 G-14 G-15 G-16";
    private static final String LOGOUT = " G-18 G-19";
    private static final String PUBLISHED = " G-09 G-10 G-11";

    /** Testing-rules 7: every valid set of protocols with the rows that it adds to those that always apply. */
    static Stream<Arguments> truth_table() {
        return Stream.of(
                arguments(Set.of(OIDC), SIGN_ON, true),
                arguments(Set.of(SAML), SIGN_ON, true),
                arguments(Set.of(OIDC, SAML), SIGN_ON, true),
                arguments(Set.of(SCIM), PROVISIONING, false),
                arguments(Set.of(OIDC, SCIM), SIGN_ON + PROVISIONING, true),
                arguments(Set.of(SAML, SCIM), SIGN_ON + PROVISIONING, true),
                arguments(Set.of(OIDC, SAML, SCIM), SIGN_ON + PROVISIONING, true),
                arguments(Set.of(OIDC, UNIVERSAL_LOGOUT), SIGN_ON + LOGOUT, true),
                arguments(Set.of(SAML, UNIVERSAL_LOGOUT), SIGN_ON + LOGOUT, true),
                arguments(Set.of(OIDC, SAML, UNIVERSAL_LOGOUT), SIGN_ON + LOGOUT, true),
                arguments(Set.of(OIDC, SCIM, UNIVERSAL_LOGOUT), SIGN_ON + PROVISIONING + LOGOUT, true),
                arguments(Set.of(SAML, SCIM, UNIVERSAL_LOGOUT), SIGN_ON + PROVISIONING + LOGOUT, true),
                arguments(Set.of(OIDC, SAML, SCIM, UNIVERSAL_LOGOUT), SIGN_ON + PROVISIONING + LOGOUT, true));
    }

    @ParameterizedTest
    @MethodSource("truth_table")
    void applies_by_protocol(Set<Protocol> protocols, String added, boolean signsIn) {
        var facts = readyToSubmit(protocols.toArray(Protocol[]::new)).build();

        var gate = Rules.judge(facts);

        assertThat(applicableIn(gate)).isEqualTo(Set.of((ALWAYS + added).split(" ")));
        assertThat(gate.isOpen()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("truth_table")
    void asks_an_update_for_the_published_sign_on_too(Set<Protocol> protocols, String added, boolean signsIn) {
        var all = protocols.toArray(Protocol[]::new);
        var facts = readyToSubmit(all).updating(all).build();

        var gate = Rules.judge(facts);

        assertThat(applicableIn(gate)).isEqualTo(Set.of((ALWAYS + added + (signsIn ? PUBLISHED : "")).split(" ")));
        assertThat(gate.isOpen()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("truth_table")
    void asks_a_catalog_only_update_for_no_test(Set<Protocol> protocols, String added, boolean signsIn) {
        var broken = readyToSubmit(protocols.toArray(Protocol[]::new))
                .withKind(SubmissionKind.CATALOG)
                .withSpec(new ResultsLink.Empty());
        protocols.forEach(broken::withoutInstance);

        var gate = Rules.judge(broken.build());

        assertThat(applicableIn(gate)).isEqualTo(Set.of(ALWAYS.split(" ")));
        assertThat(gate.isOpen()).isTrue();
    }

    /** Testing-rules 8, case 11. */
    @Test
    void asks_for_the_published_instance_of_published_protocols_only() {
        var facts = readyToSubmit(OIDC, SAML).updating(OIDC).build();

        var gate = Rules.judge(facts);

        assertThat(gate.requirements())
                .filteredOn(requirement -> requirement.gate() == GateId.G_09)
                .extracting(Requirement::protocol)
                .containsExactly(OIDC);
    }

    @Test
    void judges_both_sign_on_protocols_apart() {
        var facts = readyToSubmit(OIDC, SAML).withoutInstance(SAML).build();

        var gate = Rules.judge(facts);

        assertThat(gate.unmet())
                .extracting(Requirement::gate, Requirement::protocol)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(GateId.G_05, SAML));
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                arguments(
                        "G-01",
                        "You need the super admin role, or the app and org admin roles, to submit.",
                        readyToSubmit(SAML).withSubmitter(false, true)),
                arguments(
                        "G-02",
                        "Submit from an account with your company's e-mail domain.",
                        readyToSubmit(SAML).withSubmitter(true, false)),
                arguments(
                        "G-03",
                        "This integration is \"To be QA tested by the OIN team\"; it cannot be submitted now.",
                        readyToSubmit(SAML).withState(SubmissionState.QA_TESTING)),
                arguments(
                        "G-04",
                        "2 fields need attention: Entity ID / audience restriction, Default ACS URL.",
                        readyToSubmit(SAML)
                                .withProblems(
                                        Problem.error("saml.audience", "saml.audience.required", "Missing."),
                                        Problem.warning("saml.config_guide_url", "X-8", "Same guide."),
                                        Problem.error("saml.acs_url", "IR-EX-2", "Not https."))),
                arguments(
                        "G-05",
                        "No current instance for SAML 2.0. Generate one.",
                        readyToSubmit(SAML).withoutInstance(SAML)),
                arguments(
                        "G-06",
                        "The SAML 2.0 instance \"Acme qa\" is inactive. Activate it.",
                        readyToSubmit(SAML).withInstance(SAML, new Installed("1", "Acme qa", false, false))),
                arguments(
                        "G-07",
                        "SP flow for SAML 2.0 has not passed.",
                        readyToSubmit(SAML).withCases(new RequiredCase(SAML, "SP flow", new LatestResult.None()))),
                arguments(
                        "G-07",
                        "SP flow for SAML 2.0 has not passed. The latest result is \"Failed\".",
                        readyToSubmit(SAML)
                                .withCases(
                                        new RequiredCase(SAML, "SP flow", new LatestResult.NotPassed(Verdict.FAILED)))),
                arguments(
                        "G-08",
                        "IdP flow passed 2 d 0 h ago; results are valid for 48 hours. Run all tests again.",
                        readyToSubmit(SAML)
                                .withCases(passed(
                                        SAML, "IdP flow", Duration.ofHours(48).plusSeconds(1)))),
                arguments(
                        "G-09",
                        "No published-version instance for SAML 2.0. Generate one.",
                        readyToSubmit(SAML).updating(SAML).withPublishedInstance(SAML, null)),
                arguments(
                        "G-10",
                        "The SAML 2.0 instance \"Acme live\" is inactive. Activate it.",
                        readyToSubmit(SAML)
                                .updating(SAML)
                                .withPublishedInstance(SAML, new Installed("9", "Acme live", false, false))),
                arguments(
                        "G-11",
                        "Backward compatibility: IdP flow for SAML 2.0 has not passed.",
                        readyToSubmit(SAML)
                                .updating(SAML)
                                .withPublished(
                                        Set.of(SAML), new RequiredCase(SAML, "IdP flow", new LatestResult.None()))),
                arguments(
                        "G-11",
                        "Backward compatibility: IdP flow for SAML 2.0 has not passed. The latest result is \"Failed\".",
                        readyToSubmit(SAML)
                                .updating(SAML)
                                .withPublished(
                                        Set.of(SAML),
                                        new RequiredCase(
                                                SAML, "IdP flow", new LatestResult.NotPassed(Verdict.FAILED)))),
                arguments(
                        "G-11",
                        "Backward compatibility: SP flow for SAML 2.0 passed 2 d 0 h ago; results are valid for 48 hours."
                                + " Run all tests again.",
                        readyToSubmit(SAML)
                                .updating(SAML)
                                .withPublished(
                                        Set.of(SAML),
                                        passed(
                                                SAML,
                                                "SP flow",
                                                Duration.ofHours(48).plusSeconds(1)))),
                arguments(
                        "G-12",
                        "No current instance for SCIM. Generate one.",
                        readyToSubmit(SCIM).withoutInstance(SCIM)),
                arguments(
                        "G-13",
                        "The SCIM 2.0 instance \"Acme\" is inactive. Activate it.",
                        readyToSubmit(SCIM).withInstance(SCIM, new Installed("1", "Acme", false, false))),
                arguments(
                        "G-14",
                        "Enter the link to the SPEC test results.",
                        readyToSubmit(SCIM).withSpec(new ResultsLink.Empty())),
                arguments(
                        "G-15",
                        "Enter the link to the CRUD test results.",
                        readyToSubmit(SCIM).withCrud(new ResultsLink.Empty())),
                arguments(
                        "G-16",
                        "The CRUD result at this link is a result of another integration.",
                        readyToSubmit(SCIM)
                                .withCrud(new ResultsLink.Refused("/results/x", "a result of another integration"))),
                arguments(
                        "G-17",
                        "Enter the link to the entitlement test results.",
                        readyToSubmit(SCIM, ENTITLEMENTS).withEntitlements(new ResultsLink.Empty())),
                arguments(
                        "G-17",
                        "The entitlement result at this link is \"failed\".",
                        readyToSubmit(SCIM, ENTITLEMENTS)
                                .withEntitlements(new ResultsLink.Refused("/runs/x", "\"failed\""))),
                arguments(
                        "G-19",
                        "Turn on logout for \"Acme\".",
                        readyToSubmit(SAML, UNIVERSAL_LOGOUT)
                                .withInstance(SAML, new Installed("1", "Acme", true, false))),
                arguments(
                        "G-20",
                        "Certify that you completed the required tests.",
                        readyToSubmit(SAML).uncertified()),
                arguments(
                        "G-21",
                        "This instance can no longer test both: just-in-time sign-in and provisioning would both create"
                                + " the user.",
                        combined().withJustInTime(SAML)),
                arguments(
                        "G-21",
                        "This instance can no longer test both: neither sign-in nor provisioning would create the user.",
                        combined().withoutCreate()),
                arguments(
                        "G-22",
                        "Enter test account details.",
                        readyToSubmit(SAML).withTestAccount(TestAccount.DELETED)));
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void closes_with_the_documented_words(String id, String message, GateFactsBuilder broken) {
        var gate = Rules.judge(broken.build());

        assertThat(gate.unmet())
                .extracting(requirement -> requirement.gate().code(), Requirement::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, message));
    }

    @Test
    void misses_the_instance_for_sign_on_and_for_logout_together() {
        var facts = readyToSubmit(SAML, UNIVERSAL_LOGOUT).withoutInstance(SAML).build();

        var gate = Rules.judge(facts);

        assertThat(gate.unmet())
                .extracting(Requirement::message)
                .containsExactly(
                        "No current instance for SAML 2.0. Generate one.",
                        "Universal Logout needs an instance of SAML 2.0.");
    }

    @Test
    void a_certification_does_not_count_while_manual_cases_are_open() {
        var gate = Rules.judge(readyToSubmit(SCIM).withManualOpen(2).build());

        assertThat(gate.unmet())
                .extracting(Requirement::message)
                .containsExactly("Finish the manual SCIM plan, then certify: 2 cases are open or failed.");
    }

    /** Testing-rules 8, case 1, and case 13: hours are counted in UTC, whatever the clocks on the wall do in between. */
    @Test
    void refuses_a_result_that_is_one_second_older_than_48_hours() {
        var facts = readyToSubmit(SAML)
                .withCases(passed(SAML, "SP flow", Duration.ofHours(48).plusSeconds(1)))
                .build();

        var gate = Rules.judge(facts);

        assertThat(gate.unmet()).extracting(Requirement::gate).containsExactly(GateId.G_08);
    }

    @Test
    void accepts_a_result_of_exactly_48_hours() {
        var facts = readyToSubmit(SAML)
                .withCases(passed(SAML, "SP flow", Duration.ofHours(48)))
                .build();

        var gate = Rules.judge(facts);

        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void accepts_an_external_result_and_marks_it() {
        var facts = readyToSubmit(SCIM)
                .withSpec(new ResultsLink.External("https://results.example/1"))
                .build();

        var gate = Rules.judge(facts);

        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.requirements())
                .extracting(Requirement::message)
                .contains("The SPEC result is external, not verified.");
    }

    @Test
    void accepts_one_combined_instance_for_sign_on_and_provisioning() {
        var gate = Rules.judge(combined().build());

        assertThat(gate.isOpen()).isTrue();
        assertThat(applicableIn(gate)).contains("G-21");
    }

    @Test
    void shows_all_failures_at_once_in_order() {
        var facts = readyToSubmit(SAML, SCIM)
                .withSubmitter(false, false)
                .withoutInstance(SAML)
                .withSpec(new ResultsLink.Empty())
                .uncertified()
                .build();

        var gate = Rules.judge(facts);

        assertThat(gate.unmet())
                .extracting(requirement -> requirement.gate().code())
                .containsExactly("G-01", "G-02", "G-05", "G-14", "G-20");
    }

    @ParameterizedTest
    @EnumSource(SubmissionState.class)
    void lets_only_editable_states_submit(SubmissionState state) {
        var gate = Rules.judge(readyToSubmit(SAML).withState(state).build());

        assertThat(gate.isOpen())
                .isEqualTo(List.of(
                                SubmissionState.DRAFT,
                                SubmissionState.WITHDRAWN,
                                SubmissionState.ISV_REVIEW,
                                SubmissionState.ISV_FIX)
                        .contains(state));
    }

    @Test
    void names_every_requirement_once_even_where_it_does_not_apply() {
        var gate = Rules.judge(readyToSubmit(SCIM).build());

        assertThat(gate.requirements().stream().map(Requirement::gate).distinct())
                .containsExactlyElementsOf(Arrays.asList(GateId.values()));
    }

    private static GateFactsBuilder combined() {
        var both = new Installed("1", "Acme", true, false);
        return readyToSubmit(SAML, SCIM).withInstance(SAML, both).withInstance(SCIM, both);
    }

    private static Set<String> applicableIn(Gate gate) {
        return gate.requirements().stream()
                .filter(requirement -> requirement.status() != Requirement.Status.NOT_APPLICABLE)
                .map(requirement -> requirement.gate().code())
                .collect(Collectors.toSet());
    }
}
