package dev.oin.review;

import static dev.oin.review.ChecklistItem.both;
import static dev.oin.review.ChecklistItem.human;
import static dev.oin.review.ChecklistItem.machine;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.AuthMode;
import java.util.List;
import java.util.function.Predicate;

/** The initial review's items on variables, expressions and the protocols. */
final class ProtocolItems {

    static final List<ChecklistItem> ALL = List.of(
            both(
                            "IR-EX-1",
                            "Labels are clear to a customer's administrator; no variable is unused.",
                            ProtocolVerdicts::variables,
                            "variables")
                    .when(content -> !content.configuration().variables().isEmpty()),
            machine(
                    "IR-EX-2",
                    "Every address evaluates to https.",
                    ProtocolVerdicts::addresses,
                    "oidc.",
                    "saml.",
                    "scim.",
                    "ul.",
                    "variables"),
            machine(
                            "IR-EX-3",
                            "User attributes are from the allowed list.",
                            ProtocolVerdicts::userAttributes,
                            "saml.attributes")
                    .when(has(Protocol.SAML)),
            human("IR-OI-1", "The org's authorization server only; the issuer is the customer's address.", "oidc.")
                    .when(has(Protocol.OIDC)),
            human("IR-OI-2", "Authorization code flow with a client on the server; no implicit flow.", "oidc.")
                    .when(has(Protocol.OIDC)),
            both("IR-OI-3", "No refresh tokens, no groups or custom scopes.", ProtocolVerdicts::scopes, "oidc.scopes")
                    .when(has(Protocol.OIDC)),
            human("IR-OI-4", "Several clients per app, key rotation and rate limits are handled.", "oidc.")
                    .when(has(Protocol.OIDC)),
            machine(
                            "IR-SA-1",
                            "SAML 2.0 with SHA-256.",
                            facts -> MachineVerdict.pass("The identity provider offers nothing else."),
                            "saml.")
                    .when(has(Protocol.SAML)),
            both(
                            "IR-SA-2",
                            "ACS by https, audience set, indexes unique, no promise of single logout.",
                            ProtocolVerdicts::saml,
                            "saml.")
                    .when(has(Protocol.SAML)),
            human("IR-SA-3", "The app's behaviour under forced authentication is known.", "saml.")
                    .when(has(Protocol.SAML)),
            machine(
                            "IR-SM-1",
                            "SCIM 2.0, https base URL, no Basic authentication.",
                            ProtocolVerdicts::scim,
                            "scim.base_url",
                            "scim.auth_mode")
                    .when(has(Protocol.SCIM)),
            human("IR-SM-2", "OAuth: one client for all customers; the redirect address is allow-listed.", "scim.oauth")
                    .when(content ->
                            content.configuration().scim() instanceof Scim scim && scim.authMode() == AuthMode.OAUTH2),
            both(
                            "IR-SM-3",
                            "Declared operations equal the guide; unsupported attributes are removed.",
                            ProtocolVerdicts::operations,
                            "scim.")
                    .when(has(Protocol.SCIM)),
            machine(
                            "IR-SM-4",
                            "The results are of the right suite, all green, same server.",
                            ProtocolVerdicts::scimResults,
                            "scim.")
                    .when(has(Protocol.SCIM)),
            human("IR-SM-5", "Credentials and base URL for QA are in the testing instructions.", "test.instructions")
                    .when(has(Protocol.SCIM)),
            both(
                            "IR-UL-1",
                            "The logout endpoint and its subject format are declared; partial support is explained.",
                            ProtocolVerdicts::logout,
                            "ul.")
                    .when(has(Protocol.UNIVERSAL_LOGOUT)));

    private ProtocolItems() {}

    static Predicate<Content> has(Protocol protocol) {
        return content -> content.has(protocol);
    }
}
