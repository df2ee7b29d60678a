package dev.oin.submission;

import static dev.oin.submission.FieldWriter.URL;
import static dev.oin.submission.FieldWriter.help;
import static dev.oin.submission.FieldWriter.option;

import java.util.List;

/** Submission-rules 8: SCIM. */
final class ScimFields {

    private static final FieldWriter SCIM = new FieldWriter(Section.SCIM, "scim.");
    private static final int ATTRIBUTE = 255;

    static final List<Field> ALL = List.of(
            SCIM.text(
                    "base_url",
                    "Base URL",
                    Need.ALWAYS,
                    URL,
                    Format.SCIM_EXPRESSION,
                    help(
                            "Where your SCIM server answers.",
                            "https://app.example.com/scim/v2",
                            "https://my_app.example.com (underscore)")),
            SCIM.choices(
                    "objects",
                    "Objects to manage",
                    Need.ALWAYS,
                    help("Users always; groups if your app has them."),
                    option("USERS", "Users"),
                    option("GROUPS", "Groups")),
            SCIM.choice(
                    "auth_mode",
                    "Authentication mode",
                    Need.ALWAYS,
                    help("How we authenticate at your SCIM server. HTTP Basic is not offered."),
                    option("HEADER", "HTTP header", "Authorization: {token}"),
                    option("BEARER", "Bearer token", "Authorization: Bearer {token}"),
                    option("OAUTH2", "OAuth 2.0", "The authorization code grant, one client for all customers.")),
            SCIM.text(
                    "oauth.authorize_endpoint",
                    "Authorize endpoint",
                    Need.WITH_OAUTH,
                    URL,
                    Format.SCIM_EXPRESSION,
                    help("", "https://app.example.com/oauth/authorize", "")),
            SCIM.text(
                    "oauth.token_endpoint",
                    "Token endpoint",
                    Need.WITH_OAUTH,
                    URL,
                    Format.SCIM_EXPRESSION,
                    help("", "https://app.example.com/oauth/token", "")),
            SCIM.text(
                    "oauth.client_id",
                    "Client ID",
                    Need.WITH_OAUTH,
                    255,
                    Format.LINE,
                    help("One pair of client ID and secret serves all customers.")),
            SCIM.secret(
                    "oauth.client_secret",
                    "Client secret",
                    Need.WITH_OAUTH,
                    help("Kept encrypted, never shown again.")),
            SCIM.text(
                    "oauth.scopes", "Scopes", Need.OPTIONAL, 1024, Format.LINE, help("Parted by spaces.", "scim", "")),
            SCIM.choices(
                    "user_ops",
                    "User operations",
                    Need.ALWAYS,
                    help("What your app can do with users. Reading is always needed."),
                    option("CREATE", "Create users"),
                    option("READ", "Read users"),
                    option("UPDATE", "Update user attributes"),
                    option("CHANGE_PASSWORD", "Change passwords"),
                    option("DEACTIVATE", "Deactivate users"),
                    option("PATCH_USER", "Update by PATCH"),
                    option("IMPORT_SCHEMA", "Import the user schema")),
            SCIM.choices(
                    "group_ops",
                    "Group operations",
                    Need.WITH_GROUPS,
                    help("What your app can do with groups. Reading is always needed."),
                    option("CREATE", "Create groups"),
                    option("READ", "Read groups"),
                    option("UPDATE", "Update groups (by PATCH)"),
                    option("DELETE", "Delete groups")),
            SCIM.text(
                    "config_guide_url",
                    "Link to configuration guide",
                    Need.ALWAYS,
                    FieldWriter.GUIDE,
                    Format.URL,
                    help("Must tell how to get the SCIM credentials.", "https://docs.example.com/scim-guide", "")),
            SCIM.yesNo(
                    "username_is_email",
                    "userName is an e-mail address",
                    Need.OPTIONAL,
                    help("Helps the CRUD suite make test users.")),
            SCIM.number(
                    "group_patch_batch",
                    "Group PATCH batch",
                    Need.OPTIONAL,
                    help("Members per request, from 100 to 1000.", "100", "5000")),
            SCIM.choice(
                    "mappings[].direction",
                    "Direction",
                    Need.IN_EACH_ROW,
                    help("From whom to whom the value goes."),
                    option("TO_APP", "To the app"),
                    option("TO_PLATFORM", "To the platform")),
            SCIM.text(
                    "mappings[].source",
                    "From",
                    Need.IN_EACH_ROW,
                    ATTRIBUTE,
                    Format.LINE,
                    help("The attribute that the value is taken from.", "firstName", "")),
            SCIM.text(
                    "mappings[].target",
                    "To",
                    Need.IN_EACH_ROW,
                    ATTRIBUTE,
                    Format.LINE,
                    help("The attribute that the value is written to.", "name.givenName", "")),
            SCIM.choice(
                    "mappings[].scope",
                    "Scope",
                    Need.IN_EACH_ROW,
                    help("Personal: set for each person; otherwise for a person or a group."),
                    option("USER_OR_GROUP", "User or group"),
                    option("PERSONAL", "Personal")),
            SCIM.yesNo("mappings[].required", "Required", Need.OPTIONAL, help("Without a value nobody is assigned.")));

    static final List<FieldList> LISTS = List.of(new FieldList(
            "scim.mappings",
            "Attribute mappings",
            "mapping",
            Section.SCIM,
            100,
            true,
            "Which attributes are exchanged. Your app must take userName, name.givenName, name.familyName and emails;"
                    + " remove what it does not support."));

    private ScimFields() {}
}
