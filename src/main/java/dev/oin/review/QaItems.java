package dev.oin.review;

import static dev.oin.review.ChecklistItem.both;
import static dev.oin.review.ChecklistItem.human;
import static dev.oin.review.ChecklistItem.machine;

import dev.oin.checks.SuiteName;
import dev.oin.kernel.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The checklist of QA and of the final review (review-process 9.2). */
final class QaItems {

    static final List<ChecklistItem> ALL = List.of(
            human(
                    "QA-1",
                    "Installed as a customer's administrator: labels, fields, logo, guide link.",
                    "catalog",
                    "variables",
                    "logo"),
            human("QA-2", "Each guide was followed to the letter, from zero.", "oidc", "saml", "scim"),
            both(
                            "QA-3",
                            "The declared flows work with a user of ours; the profile is right; a second sign-in makes no duplicate.",
                            runs(SuiteName.SUBMISSION_TESTER),
                            "oidc",
                            "saml",
                            "test")
                    .when(content -> !content.singleSignOn().isEmpty()),
            human("QA-4", "Flows that are not declared do not half-work.", "oidc", "saml", "test")
                    .when(content -> !content.singleSignOn().isEmpty()),
            human("QA-5", "Two tenants of the app stay apart, even with the same e-mail address in both."),
            human("QA-6", "Each indexed ACS is reachable; an unknown index is refused.", "saml.acs_endpoints")
                    .when(content -> content.configuration().saml() != null
                            && !Objects.requireNonNull(content.configuration().saml())
                                    .acsEndpoints()
                                    .isEmpty()),
            human(
                            "QA-7",
                            "Attribute and group statements arrive with the declared names.",
                            "saml.attributes",
                            "saml.group_attributes")
                    .when(content -> content.has(Protocol.SAML)),
            both(
                            "QA-8",
                            "The security checks that are required pass.",
                            runs(SuiteName.SAML_SECURITY, SuiteName.OIDC_SECURITY),
                            "oidc",
                            "saml")
                    .when(content -> !content.singleSignOn().isEmpty()),
            both(
                            "QA-9",
                            "SPEC and CRUD pass with us; users and groups are right in the app.",
                            runs(SuiteName.SCIM_SPEC, SuiteName.SCIM_CRUD),
                            "scim")
                    .when(content -> content.has(Protocol.SCIM)),
            human("QA-10", "SCIM errors shown to administrators are clear; 429 says when to retry.", "scim")
                    .when(content -> content.has(Protocol.SCIM)),
            both("QA-11", "Logout ends sessions as declared, on a second device too.", runs(SuiteName.LOGOUT), "ul")
                    .when(content -> content.has(Protocol.UNIVERSAL_LOGOUT)),
            human("QA-12", "Update: an old install still signs in and provisions; a new variable is unset."),
            human("QA-13", "Entitlements are listed, assigned and revoked.")
                    .when(content -> content.has(Protocol.ENTITLEMENTS)),
            human("QA-14", "Each former bug was tested again."),
            machine(
                    "QA-15",
                    "What will be published equals what was reviewed.",
                    facts -> MachineVerdict.of(
                            facts.reviewedAsSubmitted(),
                            facts.reviewedAsSubmitted()
                                    ? "The content equals the submitted version."
                                    : "The content differs from the submitted version.")));

    private QaItems() {}

    private static Function<MachineFacts, MachineVerdict> runs(SuiteName... suites) {
        return facts -> {
            var seen = Arrays.stream(suites)
                    .filter(facts.qaVerdicts()::containsKey)
                    .map(suite -> suite.label() + ": "
                            + Objects.requireNonNull(facts.qaVerdicts().get(suite)))
                    .collect(Collectors.joining(", "));
            if (seen.isEmpty()) {
                return MachineVerdict.hint("No run of ours yet.");
            }
            var good = Arrays.stream(suites)
                    .map(facts.qaVerdicts()::get)
                    .filter(Objects::nonNull)
                    .allMatch(verdict -> verdict.isGoodEnoughToSubmit());
            return good ? MachineVerdict.pass(seen) : MachineVerdict.hint(seen);
        };
    }
}
