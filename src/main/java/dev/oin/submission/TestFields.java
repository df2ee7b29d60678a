package dev.oin.submission;

import static dev.oin.submission.FieldWriter.help;
import static dev.oin.submission.FieldWriter.option;

import java.util.List;

/** Submission-rules 11: page 3. */
final class TestFields {

    private static final FieldWriter ACCOUNT = new FieldWriter(Section.TEST_ACCOUNT, "test.");
    private static final FieldWriter OIDC = new FieldWriter(Section.OIDC_TEST, "oidc_test.");
    private static final FieldWriter SAML = new FieldWriter(Section.SAML_TEST, "saml_test.");
    private static final FieldWriter NOTES = new FieldWriter(Section.SAML_TEST, "saml_test.notes.");
    private static final int SP_URL = 512;
    private static final int NOTE = 2048;

    static final List<Field> ALL = List.of(
            ACCOUNT.text(
                    "account_url",
                    "Account URL",
                    Need.ALWAYS,
                    2048,
                    Format.URL,
                    help(
                            "Where the OIN team signs in to your app; without variables.",
                            "https://test.example.com/login",
                            "")),
            ACCOUNT.text(
                    "username",
                    "Username",
                    Need.ALWAYS,
                    255,
                    Format.LINE,
                    help(
                            "An administrator of your app on a tenant without customers' data.",
                            "oin-test@example.com",
                            "")),
            ACCOUNT.secret(
                    "password",
                    "Password",
                    Need.ALWAYS,
                    help(
                            "Kept encrypted. The team's every look at it is logged; it is deleted 30 days after publication.")),
            ACCOUNT.text(
                    "support_contact",
                    "Support contact",
                    Need.ALWAYS,
                    254,
                    Format.EMAIL,
                    help(
                            "A mailbox that somebody watches: we write there about this submission. Never shown in the catalog.",
                            "integrations@example.com",
                            "noreply@example.com")),
            ACCOUNT.text(
                    "instructions",
                    "Testing instructions",
                    Need.WITH_SCIM,
                    4000,
                    Format.PARAGRAPH,
                    help("How to add test users; for SCIM also the base URL and how to get the credentials.")),
            OIDC.constant("sp", "SP flow", option("true", "Supported"), help("Every OIDC integration supports it.")),
            OIDC.constant(
                    "idp",
                    "IdP flow",
                    option("false", "Follows the Initiate login URI"),
                    help("Supported when an initiate login URI is set.")),
            OIDC.yesNo("jit", "Supports JIT", Need.ALWAYS, help("Your app creates people at their first sign-in.")),
            OIDC.text(
                    "sp_url",
                    "SP initiate URL",
                    Need.ALWAYS,
                    SP_URL,
                    Format.URL,
                    help("Where signing in starts in your app.", "https://app.example.com/login", "")),
            SAML.yesNo("idp", "IdP flow", Need.OPTIONAL, help("People start from a tile.")),
            SAML.yesNo("sp", "SP flow", Need.OPTIONAL, help("People start in your app.")),
            SAML.yesNo("jit", "Supports JIT", Need.ALWAYS, help("Your app creates people at their first sign-in.")),
            SAML.text(
                    "sp_url",
                    "SP initiate URL",
                    Need.WITH_SAML_SP_FLOW,
                    SP_URL,
                    Format.URL,
                    help("Where signing in starts in your app.", "https://app.example.com/login", "")),
            SAML.text(
                    "sp_description",
                    "SP initiate flow description",
                    Need.WITH_SAML_SP_FLOW,
                    2048,
                    Format.PARAGRAPH,
                    help("How a person starts signing in.", "Open the address and choose \"Company sign-in\".", "")),
            NOTES.yesNo(
                    "switches_all_users",
                    "SAML switches all users at once",
                    Need.OPTIONAL,
                    help("Once it is on, nobody signs in with a password any more.")),
            NOTES.text(
                    "backup_url",
                    "Backup sign-in URL",
                    Need.OPTIONAL,
                    SP_URL,
                    Format.URL,
                    help("Where administrators sign in when SAML fails.", "https://app.example.com/login?sso=off", "")),
            NOTES.text(
                    "plans",
                    "Plans with SAML",
                    Need.OPTIONAL,
                    512,
                    Format.LINE,
                    help("If only some plans have it, which.", "Business and Enterprise", "")),
            NOTES.choice(
                    "set_up",
                    "Who sets SAML up",
                    Need.OPTIONAL,
                    help("Whether customers need your support for it."),
                    option("SELF_SERVICE", "Customers themselves"),
                    option("SUPPORT", "Our support")),
            NOTES.yesNo(
                    "on_premises",
                    "There are on-premises tenants",
                    Need.OPTIONAL,
                    help("Customers may run your app on hosts of their own.")),
            NOTES.text(
                    "user_identifier",
                    "User identifier",
                    Need.OPTIONAL,
                    512,
                    Format.LINE,
                    help("NameID, or the attribute by which your app knows people.", "NameID", "")),
            NOTES.text(
                    "force_authentication",
                    "Forced authentication",
                    Need.OPTIONAL,
                    NOTE,
                    Format.PARAGRAPH,
                    help("How your app is made to ask for ForceAuthn, if it can.")),
            NOTES.text(
                    "encryption",
                    "Encrypted assertions",
                    Need.OPTIONAL,
                    NOTE,
                    Format.PARAGRAPH,
                    help("Algorithms, and whether one certificate serves all tenants.")),
            NOTES.text(
                    "relay_state",
                    "Default relay state",
                    Need.OPTIONAL,
                    1024,
                    Format.LINE,
                    help("What your app expects when people start from a tile.", "/home", "")),
            NOTES.text(
                    "video_url",
                    "Demo video",
                    Need.OPTIONAL,
                    2048,
                    Format.URL,
                    help("A recording of signing in.", "https://video.example.com/sso", "")),
            NOTES.text(
                    "validator_url",
                    "Validator result",
                    Need.OPTIONAL,
                    2048,
                    Format.URL,
                    help(
                            "The result of a SAML validator, if you have used one.",
                            "https://samltool.example.com/r/1",
                            "")));

    private TestFields() {}
}
