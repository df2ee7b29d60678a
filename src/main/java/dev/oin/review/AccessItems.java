package dev.oin.review;

import static dev.oin.review.ChecklistItem.both;
import static dev.oin.review.ChecklistItem.human;
import static dev.oin.review.ChecklistItem.machine;
import static dev.oin.review.ProtocolItems.has;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The initial review's items on the test account, the guides and the tester's results. */
final class AccessItems {

    private static final String[] GUIDES = {"oidc.config_guide_url", "saml.config_guide_url", "scim.config_guide_url"};

    static final List<ChecklistItem> ALL = List.of(
            human("IR-TA-1", "The account address opens; sign-in works; the account is an administrator.", "test."),
            human(
                    "IR-TA-2",
                    "The instructions suffice to add test users; the data is not production data.",
                    "test.instructions"),
            both(
                    "IR-CG-1",
                    "Each guide opens for the team and will be open to customers.",
                    facts -> facts.look("IR-CG-1"),
                    GUIDES),
            both("IR-CG-2", "Sign-on and provisioning have guides of their own.", AccessItems::ownGuides, GUIDES)
                    .when(content -> content.has(Protocol.SCIM)
                            && !content.singleSignOn().isEmpty()),
            human(
                    "IR-CG-3",
                    "The guide has prerequisites, supported features, steps with all settings, troubleshooting and a contact.",
                    GUIDES),
            human(
                            "IR-CG-4",
                            "SAML guide: where issuer, sign-on address and certificate go; attribute table; backup sign-in.",
                            "saml.config_guide_url",
                            "saml.attributes",
                            "saml.group_attributes")
                    .when(has(Protocol.SAML)),
            human("IR-CG-5", "OIDC guide: where client id, secret and domain go.", "oidc.config_guide_url")
                    .when(has(Protocol.OIDC)),
            human(
                            "IR-CG-6",
                            "SCIM guide: how to get credentials; attributes without default; limits.",
                            "scim.config_guide_url",
                            "scim.auth_mode")
                    .when(has(Protocol.SCIM)),
            human("IR-CG-7", "Screenshots are up to date; no draft marks; usual headings.", GUIDES),
            machine("IR-EV-1", "The tester's results were complete and fresh at submission.", AccessItems::evidence)
                    .when(content -> !content.singleSignOn().isEmpty()));

    private AccessItems() {}

    private static MachineVerdict ownGuides(MachineFacts facts) {
        var pages = facts.content().configuration();
        var provisioning = Optional.ofNullable(pages.scim()).map(Scim::configGuideUrl);
        var shared = provisioning
                .filter(guide -> signOnGuides(facts.content()).anyMatch(guide::equals))
                .isPresent();
        return shared
                ? MachineVerdict.fail("Both name " + provisioning.orElse("") + ".")
                : MachineVerdict.pass("The addresses differ.");
    }

    private static Stream<String> signOnGuides(Content content) {
        var pages = content.configuration();
        return Stream.concat(
                Stream.ofNullable(pages.oidc()).map(Configuration.Oidc::configGuideUrl),
                Stream.ofNullable(pages.saml()).map(Saml::configGuideUrl));
    }

    private static MachineVerdict evidence(MachineFacts facts) {
        return MachineVerdict.of(
                facts.reviewedAsSubmitted(),
                facts.reviewedAsSubmitted()
                        ? "The gate was open at submission (G-07, G-08)."
                        : "The content differs from what was submitted.");
    }
}
