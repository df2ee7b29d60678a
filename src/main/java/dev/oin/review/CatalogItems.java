package dev.oin.review;

import static dev.oin.review.ChecklistItem.both;
import static dev.oin.review.ChecklistItem.human;
import static dev.oin.review.ChecklistItem.machine;

import java.util.List;

/** The initial review's items on who submits, and on what customers see: logo, name, description, use cases, contacts. */
final class CatalogItems {

    private static final String NAME = "catalog.display_name";
    private static final String DESCRIPTION = "catalog.description";

    static final List<ChecklistItem> ALL = List.of(
            machine("IR-ACC-1", "The submitter's address is in a verified company domain.", CatalogVerdicts::account),
            human("IR-ACC-2", "The product really belongs to the submitting company (name, domain).", NAME),
            human(
                    "IR-MT-1",
                    "Multi-tenant: every customer connects separately, with own credentials per install.",
                    "protocols",
                    "oidc.",
                    "saml.",
                    "scim."),
            human(
                    "IR-LIM-1",
                    "No shared-credential sign-in, no client-side-only single page or native app.",
                    "protocols",
                    "oidc."),
            machine("IR-LG-1", "The logo is a real PNG, JPG or GIF image under 1 MB.", CatalogVerdicts::logo, "logo"),
            machine("IR-LG-2", "The logo is 200x200, 244x244, 244x156 or 156x244.", CatalogVerdicts::logoSize, "logo"),
            human("IR-LG-3", "The logo has no trademark symbol.", "logo"),
            human("IR-LG-4", "The logo is an icon, not a wordmark.", "logo"),
            both(
                    "IR-LG-5",
                    "The logo's background is transparent, or its colour is part of the brand.",
                    facts -> facts.look("IR-LG-5"),
                    "logo"),
            both("IR-LG-6", "The logo has sharp corners, no rounding.", facts -> facts.look("IR-LG-6"), "logo"),
            human("IR-LG-7", "The logo is recognisable and sharp.", "logo"),
            both(
                    "IR-NM-1",
                    "The name is the product's, as customers know it; no other company's mark; no duplicate.",
                    CatalogVerdicts::duplicate,
                    NAME),
            both(
                    "IR-NM-2",
                    "The name has no platform name, version, \"test\", \"beta\" or protocol.",
                    CatalogVerdicts::name,
                    NAME),
            machine(
                    "IR-DS-1",
                    "The description has fewer than 1024 characters.",
                    CatalogVerdicts::description,
                    DESCRIPTION),
            human("IR-DS-2", "The description says what the product does and what customers gain.", DESCRIPTION),
            both(
                    "IR-DS-3",
                    "The description matches the protocols.",
                    CatalogVerdicts::descriptionMatches,
                    DESCRIPTION,
                    "protocols"),
            human("IR-DS-4", "Language and spelling are right; no prices, superlatives or links.", DESCRIPTION),
            both("IR-UC-1", "Each use case fits its definition.", CatalogVerdicts::useCases, "catalog.use_cases"),
            human("IR-SC-1", "The support contact is monitored, not a general queue.", "test.support_contact"),
            both(
                    "IR-SC-2",
                    "The public contacts are valid.",
                    CatalogVerdicts::publicContacts,
                    "catalog.public_support"));

    private CatalogItems() {}
}
