package dev.oin.review;

import static dev.oin.review.ChecklistItem.both;
import static dev.oin.review.ChecklistItem.human;
import static dev.oin.review.ChecklistItem.machine;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import java.util.List;
import java.util.Set;

/** The checklist of the initial review (review-process 9.1). */
final class InitialReviewItems {

    private static final Set<String> LOGO_SIZES = Set.of("200x200", "244x244", "244x156", "156x244");
    private static final int LOGO_BYTES = 1_048_575;
    private static final int DESCRIPTION_LENGTH = 1023;

    static final List<ChecklistItem> ALL = List.of(
            machine(
                    "IR-ACC-1",
                    "The submitter's address is in a verified company domain.",
                    InitialReviewItems::account),
            human(
                    "IR-ACC-2",
                    "The product really belongs to the submitting company (name, domain).",
                    "catalog.display_name"),
            human("IR-MT-1", "Multi-tenant: every customer connects separately, with own credentials per install."),
            human("IR-LIM-1", "No shared-credential sign-in, no client-side-only single page or native app."),
            machine(
                    "IR-LG-1",
                    "The logo is a real PNG, JPG or GIF image under 1 MB.",
                    InitialReviewItems::logo,
                    "logo"),
            machine(
                    "IR-LG-2",
                    "The logo is 200x200, 244x244, 244x156 or 156x244.",
                    InitialReviewItems::logoSize,
                    "logo"),
            human("IR-LG-3", "The logo has no trademark symbol.", "logo"),
            human("IR-LG-4", "The logo is an icon, not a wordmark.", "logo"),
            human("IR-LG-5", "The logo's background is transparent, or its colour is part of the brand.", "logo"),
            human("IR-LG-6", "The logo has sharp corners, no rounding.", "logo"),
            human("IR-LG-7", "The logo is recognisable and sharp.", "logo"),
            human(
                    "IR-NM-1",
                    "The name is the product's, as customers know it; no other company's mark; no duplicate.",
                    "catalog.display_name"),
            both(
                    "IR-NM-2",
                    "The name has no platform name, version, \"test\", \"beta\" or protocol.",
                    InitialReviewItems::name,
                    "catalog.display_name"),
            machine(
                    "IR-DS-1",
                    "The description has fewer than 1024 characters.",
                    InitialReviewItems::description,
                    "catalog.description"),
            human(
                    "IR-DS-2",
                    "The description says what the product does and what customers gain.",
                    "catalog.description"),
            both(
                    "IR-DS-3",
                    "The description matches the protocols.",
                    InitialReviewItems::descriptionMatches,
                    "catalog.description",
                    "protocols"),
            human(
                    "IR-DS-4",
                    "Language and spelling are right; no prices, superlatives or links.",
                    "catalog.description"),
            human("IR-UC-1", "Each use case fits its definition.", "catalog.use_cases"),
            human("IR-SC-1", "The support contact is monitored, not a general queue.", "test.support_contact"),
            human("IR-SC-2", "The public contacts are valid.", "catalog.public_support"),
            human("IR-EX-1", "Labels are clear to a customer's administrator; no variable is unused.", "variables")
                    .when(content -> !content.configuration().variables().isEmpty()),
            machine(
                    "IR-EX-2",
                    "Every address evaluates to https.",
                    facts -> submitted(facts, "Every address was evaluated when it was submitted."),
                    "oidc",
                    "saml",
                    "scim",
                    "ul",
                    "variables"),
            machine(
                            "IR-EX-3",
                            "User attributes are from the allowed list.",
                            facts -> submitted(facts, "Every attribute was checked when it was submitted."),
                            "saml.attributes")
                    .when(has(Protocol.SAML)),
            human("IR-OI-1", "The org's authorization server only; the issuer is the customer's address.", "oidc")
                    .when(has(Protocol.OIDC)),
            human("IR-OI-2", "Authorization code flow with a client on the server; no implicit flow.", "oidc")
                    .when(has(Protocol.OIDC)),
            both("IR-OI-3", "No refresh tokens, no groups or custom scopes.", InitialReviewItems::scopes, "oidc.scopes")
                    .when(has(Protocol.OIDC)),
            human("IR-OI-4", "Several clients per app, key rotation and rate limits are handled.", "oidc")
                    .when(has(Protocol.OIDC)),
            machine(
                            "IR-SA-1",
                            "SAML 2.0 with SHA-256.",
                            facts -> MachineVerdict.pass("The identity provider offers nothing else."),
                            "saml")
                    .when(has(Protocol.SAML)),
            both(
                            "IR-SA-2",
                            "ACS by https, audience set, indexes unique, no promise of single logout.",
                            facts -> submittedHint(facts),
                            "saml")
                    .when(has(Protocol.SAML)),
            human("IR-SA-3", "The app's behaviour under forced authentication is known.", "saml")
                    .when(has(Protocol.SAML)),
            machine(
                            "IR-SM-1",
                            "SCIM 2.0, https base URL, no Basic authentication.",
                            facts ->
                                    submitted(facts, "Base URL and authentication were checked when it was submitted."),
                            "scim.base_url",
                            "scim.auth_mode")
                    .when(has(Protocol.SCIM)),
            human("IR-SM-2", "OAuth: one client for all customers; the redirect address is allow-listed.", "scim.oauth")
                    .when(InitialReviewItems::usesOauth),
            human("IR-SM-3", "Declared operations equal the guide; unsupported attributes are removed.", "scim")
                    .when(has(Protocol.SCIM)),
            machine(
                            "IR-SM-4",
                            "The results are of the right suite, all green, same server.",
                            InitialReviewItems::results,
                            "scim")
                    .when(has(Protocol.SCIM)),
            human("IR-SM-5", "Credentials and base URL for QA are in the testing instructions.", "test.instructions")
                    .when(has(Protocol.SCIM)),
            human(
                            "IR-UL-1",
                            "The logout endpoint and its subject format are declared; partial support is explained.",
                            "ul")
                    .when(has(Protocol.UNIVERSAL_LOGOUT)),
            human("IR-TA-1", "The account address opens; sign-in works; the account is an administrator.", "test"),
            human(
                    "IR-TA-2",
                    "The instructions suffice to add test users; the data is not production data.",
                    "test.instructions"),
            human(
                    "IR-CG-1",
                    "Each guide opens for the team and will be open to customers.",
                    "oidc.config_guide_url",
                    "saml.config_guide_url",
                    "scim.config_guide_url"),
            human(
                            "IR-CG-2",
                            "Sign-on and provisioning have guides of their own.",
                            "oidc.config_guide_url",
                            "saml.config_guide_url",
                            "scim.config_guide_url")
                    .when(content -> content.has(Protocol.SCIM)
                            && !content.singleSignOn().isEmpty()),
            human(
                    "IR-CG-3",
                    "The guide has prerequisites, supported features, steps with all settings, troubleshooting and a contact."),
            human(
                            "IR-CG-4",
                            "SAML guide: where issuer, sign-on address and certificate go; attribute table; backup sign-in.")
                    .when(has(Protocol.SAML)),
            human("IR-CG-5", "OIDC guide: where client id, secret and domain go.")
                    .when(has(Protocol.OIDC)),
            human("IR-CG-6", "SCIM guide: how to get credentials; attributes without default; limits.")
                    .when(has(Protocol.SCIM)),
            human("IR-CG-7", "Screenshots are up to date; no draft marks; usual headings."),
            machine(
                            "IR-EV-1",
                            "The tester's results were complete and fresh at submission.",
                            facts -> submitted(facts, "The gate was open at submission (G-07, G-08)."))
                    .when(content -> !content.singleSignOn().isEmpty()));

    private InitialReviewItems() {}

    private static java.util.function.Predicate<Content> has(Protocol protocol) {
        return content -> content.has(protocol);
    }

    private static boolean usesOauth(Content content) {
        var scim = content.configuration().scim();
        return scim != null && scim.authMode() == dev.oin.submission.Configuration.AuthMode.OAUTH2;
    }

    private static MachineVerdict account(MachineFacts facts) {
        var mail = facts.submitterMail();
        if (mail == null) {
            return MachineVerdict.hint("Nobody submitted it yet.");
        }
        var domain = mail.substring(mail.indexOf('@') + 1);
        return MachineVerdict.of(
                facts.companyDomains().contains(domain), "Submitted from an account at " + domain + ".");
    }

    private static MachineVerdict logo(MachineFacts facts) {
        var logo = facts.content().logo();
        return logo == null
                ? MachineVerdict.fail("There is no logo.")
                : MachineVerdict.of(
                        logo.bytes() <= LOGO_BYTES, "%s of %,d bytes.".formatted(logo.mediaType(), logo.bytes()));
    }

    private static MachineVerdict logoSize(MachineFacts facts) {
        var logo = facts.content().logo();
        if (logo == null) {
            return MachineVerdict.fail("There is no logo.");
        }
        var size = logo.width() + "x" + logo.height();
        return MachineVerdict.of(LOGO_SIZES.contains(size), "The logo is " + size + ".");
    }

    private static MachineVerdict description(MachineFacts facts) {
        var description = facts.content().configuration().catalog().description();
        int length = description == null ? 0 : description.length();
        return MachineVerdict.of(length > 0 && length <= DESCRIPTION_LENGTH, length + " characters.");
    }

    private static MachineVerdict name(MachineFacts facts) {
        var name = facts.content().configuration().catalog().displayName();
        return name != null && name.matches("(?i).*\\b(okta|test|beta|saml|oidc|scim|v?\\d+\\.\\d+)\\b.*")
                ? MachineVerdict.hint("\"" + name + "\" has a word to look at.")
                : MachineVerdict.pass("Nothing conspicuous.");
    }

    private static MachineVerdict descriptionMatches(MachineFacts facts) {
        var description = facts.content().configuration().catalog().description();
        var promises = description != null && description.matches("(?is).*\\b(scim|provision\\w*)\\b.*");
        return promises && !facts.content().has(Protocol.SCIM)
                ? MachineVerdict.fail("Provisioning is mentioned; SCIM is not selected.")
                : MachineVerdict.hint("Provisioning is " + (promises ? "" : "not ") + "mentioned.");
    }

    private static MachineVerdict scopes(MachineFacts facts) {
        var oidc = facts.content().configuration().oidc();
        return oidc == null
                ? MachineVerdict.NONE
                : MachineVerdict.of(
                        Set.of("openid", "profile", "email", "address", "phone").containsAll(oidc.scopes()),
                        "Scopes: " + String.join(" ", oidc.scopes()) + ".");
    }

    private static MachineVerdict results(MachineFacts facts) {
        if (facts.scimEvidence().size() < 2) {
            return MachineVerdict.hint("A result is missing.");
        }
        var text = String.join(" ", facts.scimEvidence());
        return text.contains("not verified") ? MachineVerdict.hint(text) : MachineVerdict.pass(text);
    }

    private static MachineVerdict submitted(MachineFacts facts, String text) {
        return facts.reviewedAsSubmitted()
                ? MachineVerdict.pass(text)
                : MachineVerdict.fail("The content differs from what was submitted.");
    }

    private static MachineVerdict submittedHint(MachineFacts facts) {
        return MachineVerdict.hint("Addresses and indexes were checked at submission.");
    }
}
