package dev.oin.review;

import static dev.oin.review.ChecklistItem.both;
import static dev.oin.review.ChecklistItem.human;
import static dev.oin.review.ChecklistItem.machine;

import dev.oin.checks.SuiteName;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import java.util.Comparator;
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
                    "catalog.",
                    "variables",
                    "logo"),
            human("QA-2", "Each guide was followed to the letter, from zero.", "oidc.", "saml.", "scim."),
            both(
                            "QA-3",
                            "The declared flows work with a user of ours; the profile is right; a second sign-in makes no duplicate.",
                            runs(content -> List.of(SuiteName.SUBMISSION_TESTER)),
                            "oidc.",
                            "saml.",
                            "oidc_test.",
                            "saml_test.")
                    .when(content -> !content.singleSignOn().isEmpty()),
            human("QA-4", "Flows that are not declared do not half-work.", "oidc.", "saml.", "oidc_test.", "saml_test.")
                    .when(content -> !content.singleSignOn().isEmpty()),
            human(
                    "QA-5",
                    "Two tenants of the app stay apart, even with the same e-mail address in both.",
                    "oidc.",
                    "saml.",
                    "scim."),
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
            both("QA-8", "The security checks that are required pass.", runs(QaItems::securitySuites), "oidc.", "saml.")
                    .when(content -> !content.singleSignOn().isEmpty()),
            both(
                            "QA-9",
                            "SPEC and CRUD pass with us; users and groups are right in the app.",
                            runs(content -> List.of(SuiteName.SCIM_SPEC, SuiteName.SCIM_CRUD)),
                            "scim.")
                    .when(content -> content.has(Protocol.SCIM)),
            human("QA-10", "SCIM errors shown to administrators are clear; 429 says when to retry.", "scim.")
                    .when(content -> content.has(Protocol.SCIM)),
            both(
                            "QA-11",
                            "Logout ends sessions as declared, on a second device too.",
                            runs(content -> List.of(SuiteName.LOGOUT)),
                            "ul.")
                    .when(content -> content.has(Protocol.UNIVERSAL_LOGOUT)),
            human(
                    "QA-12",
                    "Update: an old install still signs in and provisions; a new variable is unset.",
                    "variables",
                    "oidc.",
                    "saml.",
                    "scim."),
            both(
                            "QA-13",
                            "Entitlements are listed, assigned and revoked.",
                            runs(content -> List.of(SuiteName.SCIM_ENTITLEMENTS)),
                            "ent.")
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

    private static List<SuiteName> securitySuites(Content content) {
        return content.singleSignOn().stream()
                .map(protocol -> protocol == Protocol.OIDC ? SuiteName.OIDC_SECURITY : SuiteName.SAML_SECURITY)
                .sorted()
                .toList();
    }

    /** Only runs of ours on the submitted version count; while one is missing, nobody can pass the item. */
    private static Function<MachineFacts, MachineVerdict> runs(Function<Content, List<SuiteName>> suites) {
        return facts -> {
            var asked = suites.apply(facts.content());
            var absent = asked.stream()
                    .filter(suite -> facts.qa().of(suite).isEmpty())
                    .map(SuiteName::label)
                    .toList();
            if (!absent.isEmpty()) {
                return MachineVerdict.missing("No run of ours yet of %s on version %s."
                        .formatted(String.join(" and ", absent), facts.submittedVersion()));
            }
            return judge(asked.stream()
                    .flatMap(suite -> facts.qa().of(suite).stream())
                    .toList());
        };
    }

    private static MachineVerdict judge(List<QaStanding.OfSuite> seen) {
        var text = seen.stream().map(QaStanding.OfSuite::words).collect(Collectors.joining("; ")) + ".";
        var good = seen.stream().allMatch(one -> one.verdict().isGoodEnoughToSubmit());
        var shown = seen.stream()
                .max(Comparator.comparing(QaStanding.OfSuite::verdict))
                .orElseThrow()
                .newest();
        return (good ? MachineVerdict.pass(text) : MachineVerdict.hint(text)).shownAt("/runs/" + shown.id());
    }
}
