package dev.oin.submission;

import static dev.oin.submission.FieldWriter.URL;
import static dev.oin.submission.FieldWriter.help;
import static dev.oin.submission.FieldWriter.option;

import java.util.List;

/** Submission-rules 6, 7 and 10: OIDC, SAML, Universal Logout. */
final class SignOnFields {

    private static final FieldWriter OIDC = new FieldWriter(Section.OIDC, "oidc.");
    private static final FieldWriter SAML = new FieldWriter(Section.SAML, "saml.");
    private static final FieldWriter UL = new FieldWriter(Section.UNIVERSAL_LOGOUT, "ul.");

    static final List<Field> ALL = List.of(
            OIDC.text(
                    "redirect_uris[]",
                    "Redirect URI",
                    Need.IN_EACH_ROW,
                    URL,
                    Format.OIDC_EXPRESSION,
                    help(
                            "Where people return with the authorization code; compared letter by letter.",
                            "https://app.example.com/callback",
                            "https://*.example.com/callback (wildcard)")),
            OIDC.text(
                    "initiate_login_uri",
                    "Initiate login URI",
                    Need.OPTIONAL,
                    URL,
                    Format.OIDC_EXPRESSION,
                    help(
                            "Where a tile sends people to start signing in. With it the IdP flow is supported.",
                            "https://app.example.com/start",
                            "")),
            OIDC.text(
                    "post_logout_uris[]",
                    "Post-logout URI",
                    Need.IN_EACH_ROW,
                    URL,
                    Format.OIDC_EXPRESSION,
                    help("Where people return after signing out.", "https://app.example.com/bye", "")),
            OIDC.guide(
                    "config_guide_url", "Tells the customer's administrator how to set up OIDC sign-in in your app."),
            OIDC.choices(
                    "scopes",
                    "Scopes",
                    Need.OPTIONAL,
                    help("What your app asks for. There is no offline_access and no groups scope."),
                    option("openid", "openid"),
                    option("profile", "profile"),
                    option("email", "email"),
                    option("address", "address"),
                    option("phone", "phone")),
            OIDC.yesNo(
                    "server_side_confirmed",
                    "Our back end does the authentication",
                    Need.TICKED,
                    help("Tokens are received and kept by your server, not by a page or a native client.")),
            OIDC.constant("app_type", "Application type", option("WEB", "Web"), help("Only web applications.")),
            SAML.text(
                    "acs_url",
                    "Default ACS URL",
                    Need.ALWAYS,
                    URL,
                    Format.SAML_EXPRESSION,
                    help(
                            "Where the SAML response is posted to.",
                            "https://app.example.com/saml/acs",
                            "//app.example.com/acs (no https)")),
            SAML.text(
                    "acs_endpoints[].url",
                    "ACS URL",
                    Need.IN_EACH_ROW,
                    URL,
                    Format.SAML_EXPRESSION,
                    help(
                            "A further place for responses, chosen by its index.",
                            "https://app.example.com/saml/acs2",
                            "")),
            SAML.number(
                    "acs_endpoints[].index", "Index", Need.IN_EACH_ROW, help("From 0 to 65535, each once.", "1", "-1")),
            SAML.text(
                    "audience",
                    "Entity ID / audience restriction",
                    Need.ALWAYS,
                    URL,
                    Format.SAML_TEXT,
                    help("Your app's entity id; need not be an address.", "https://app.example.com/saml", "")),
            SAML.text(
                    "attributes[].name",
                    "Name",
                    Need.IN_EACH_ROW,
                    512,
                    Format.LINE,
                    help("The attribute's name in the assertion.", "firstName", "")),
            SAML.text(
                    "attributes[].values",
                    "Values",
                    Need.IN_EACH_ROW,
                    URL,
                    Format.ATTRIBUTE_VALUES,
                    help("One value or more, parted by commas.", "user.firstName", "user.password")),
            SAML.text(
                    "group_attributes[].name",
                    "Name",
                    Need.IN_EACH_ROW,
                    512,
                    Format.LINE,
                    help("The attribute's name in the assertion.", "groups", "")),
            SAML.choice(
                    "group_attributes[].name_format",
                    "Name format",
                    Need.IN_EACH_ROW,
                    help("How your app reads the name."),
                    option("UNSPECIFIED", "Unspecified"),
                    option("URI", "URI reference"),
                    option("BASIC", "Basic")),
            SAML.choice(
                    "group_attributes[].filter",
                    "Filter",
                    Need.IN_EACH_ROW,
                    help("Which groups are sent."),
                    option("STARTS_WITH", "Starts with"),
                    option("EQUALS", "Equals"),
                    option("CONTAINS", "Contains"),
                    option("MATCHES_REGEX", "Matches regex")),
            SAML.text(
                    "group_attributes[].expression",
                    "Expression",
                    Need.IN_EACH_ROW,
                    URL,
                    Format.LINE,
                    help("What the groups' names are compared with.", "example-", "")),
            SAML.guide(
                    "config_guide_url", "Tells the customer's administrator how to set up SAML sign-in in your app."),
            UL.text(
                    "endpoint",
                    "Global token revocation endpoint",
                    Need.ALWAYS,
                    URL,
                    Format.SCIM_EXPRESSION,
                    help(
                            "Where we ask your app to end a person's sessions.",
                            "https://app.example.com/oauth/global-token-revocation",
                            "https://app.example.com/revoke#all (fragment)")),
            UL.constant(
                    "auth_method",
                    "Authentication method",
                    option("SIGNED_JWT", "Signed JWT"),
                    help("The only method.")),
            UL.choice(
                    "subject_format",
                    "Subject format",
                    Need.ALWAYS,
                    help("How the person is named."),
                    option("EMAIL", "E-mail"),
                    option("ISS_SUB", "Issuer and subject")),
            UL.yesNo(
                    "partial",
                    "Partial support",
                    Need.OPTIONAL,
                    help("Your app revokes refresh tokens only; open sessions last until the access token expires.")));

    static final List<FieldList> LISTS = List.of(
            new FieldList(
                    "oidc.redirect_uris", "Redirect URIs", "redirect URI", Section.OIDC, 20, true, "At least one."),
            new FieldList("oidc.post_logout_uris", "Post-logout URIs", "post-logout URI", Section.OIDC, 20, false, ""),
            new FieldList(
                    "saml.acs_endpoints",
                    "Indexed ACS endpoints",
                    "endpoint",
                    Section.SAML,
                    100,
                    false,
                    "Further places for responses. The default ACS URL has no index."),
            new FieldList(
                    "saml.attributes",
                    "Attribute statements",
                    "attribute",
                    Section.SAML,
                    100,
                    false,
                    "What your app is told about the person."),
            new FieldList(
                    "saml.group_attributes",
                    "Group attribute statements",
                    "group attribute",
                    Section.SAML,
                    100,
                    false,
                    "What your app is told about the person's groups."));

    private SignOnFields() {}
}
