package dev.oin.submission;

import static dev.oin.submission.FieldWriter.help;
import static dev.oin.submission.FieldWriter.option;

import dev.oin.kernel.Protocol;
import java.util.List;

/** Submission-rules 3 to 5: protocols, catalog properties, variables. */
final class CatalogFields {

    private static final FieldWriter PROTOCOLS = new FieldWriter(Section.PROTOCOLS, "");
    private static final FieldWriter CATALOG = new FieldWriter(Section.CATALOG, "");
    private static final FieldWriter VARIABLE = new FieldWriter(Section.VARIABLES, "variables[].");

    static final List<Field> ALL = List.of(
            PROTOCOLS.choices(
                    "protocols",
                    "Protocols",
                    Need.OPTIONAL,
                    help("What your integration does. At least one of OIDC, SAML 2.0 and SCIM 2.0."),
                    option(Protocol.OIDC.name(), Protocol.OIDC.label(), "People sign in with OpenID Connect."),
                    option(Protocol.SAML.name(), Protocol.SAML.label(), "People sign in with SAML 2.0."),
                    option(
                            Protocol.SCIM.name(),
                            Protocol.SCIM.label(),
                            "Accounts are created, changed and switched off in your app."),
                    option(
                            Protocol.UNIVERSAL_LOGOUT.name(),
                            Protocol.UNIVERSAL_LOGOUT.label(),
                            "Sessions in your app end when the customer says so. Needs OIDC or SAML 2.0."),
                    option(
                            Protocol.ENTITLEMENTS.name(),
                            Protocol.ENTITLEMENTS.label(),
                            "Roles and entitlements that your app offers are given to people. Needs SCIM 2.0.")),
            CATALOG.text(
                    "display_name",
                    "Display name",
                    Need.ALWAYS,
                    64,
                    Format.LINE,
                    help("The product's name as your customers know it.", "Example HR", "Example HR SAML beta")),
            CATALOG.text(
                    "description",
                    "Description",
                    Need.ALWAYS,
                    1023,
                    Format.PARAGRAPH,
                    help(
                            "What the product does, and what customers gain from the integration.",
                            "Example HR keeps staff records. With this integration your people sign in once, and leavers lose access the same day.",
                            "The best HR tool ever!")),
            new Field(
                    "logo",
                    "Logo",
                    Section.CATALOG,
                    Need.ALWAYS,
                    0,
                    Format.IMAGE,
                    List.of(),
                    help(
                            "PNG, JPEG or GIF, smaller than 1 MB, of 200 x 200, 244 x 244, 244 x 156 or 156 x 244 pixels.",
                            "An icon on a transparent background, 200 x 200",
                            "A photograph; a name in letters; 300 x 300")),
            CATALOG.choices(
                    "use_cases",
                    "Use cases",
                    Need.OPTIONAL,
                    help("Up to three, for the catalog's filter."),
                    option("Automation", "Automation"),
                    option("Centralized Logging", "Centralized Logging"),
                    option("Directory and HR Sync", "Directory and HR Sync"),
                    option(
                            "Identity Governance and Administration (IGA)",
                            "Identity Governance and Administration (IGA)"),
                    option("Identity Verification", "Identity Verification"),
                    option("Multifactor Authentication (MFA)", "Multifactor Authentication (MFA)"),
                    option("Zero Trust", "Zero Trust")),
            CATALOG.text(
                    "public_support.link",
                    "Public support link",
                    Need.OPTIONAL,
                    2048,
                    Format.URL,
                    help(
                            "Where customers find help; shown in the catalog.",
                            "https://help.example.com",
                            "help.example.com")),
            CATALOG.text(
                    "public_support.email",
                    "Public support e-mail",
                    Need.OPTIONAL,
                    254,
                    Format.EMAIL,
                    help("Shown in the catalog.", "help@example.com", "")),
            CATALOG.text(
                    "public_support.phone",
                    "Public support phone",
                    Need.OPTIONAL,
                    32,
                    Format.PHONE,
                    help("Shown in the catalog.", "+1 555 0100", "call us")),
            CATALOG.text(
                    "app_website",
                    "App website",
                    Need.OPTIONAL,
                    2048,
                    Format.URL,
                    help("The product's own pages; shown in the catalog.", "https://www.example.com", "")),
            VARIABLE.text(
                    "label",
                    "Label",
                    Need.IN_EACH_ROW,
                    255,
                    Format.LINE,
                    help("What the customer's administrator reads at installation.", "Your subdomain", "subdomain_v2")),
            VARIABLE.text(
                    "name",
                    "Name",
                    Need.IN_EACH_ROW,
                    1024,
                    Format.VARIABLE_NAME,
                    help(
                            "What expressions call it: lower-case letters, digits and underscores, starting with a letter.",
                            "subdomain",
                            "SubDomain")),
            VARIABLE.constant("type", "Type", option("STRING", "Text"), help("Every variable is text.")));

    static final List<FieldList> LISTS = List.of(
            new FieldList(
                    "variables",
                    "Integration variables",
                    "variable",
                    Section.VARIABLES,
                    8,
                    false,
                    "Values that differ from customer to customer and that the customer's administrator enters at installation."));

    private CatalogFields() {}
}
