package dev.oin.sandbox.scim;

import dev.oin.vault.Masking;
import java.net.URI;

/** What a refusal of an authorization server means, and what to change. */
final class OauthWords {

    private static final int LONGEST = 200;

    private OauthWords() {}

    /** The code was not redeemed. */
    static String ofCode(OauthApp app, TokenAnswer.Denied denied, URI redirectUri) {
        return words(
                denied,
                switch (denied.error()) {
                    case "invalid_grant" ->
                        "%s did not take its own authorization code: it was used before, is too old, or was issued for another redirect URI. Allow-list %s to the letter, then authenticate again."
                                .formatted(app.name(), redirectUri);
                    default -> common(app, denied.error());
                });
    }

    /** The access token was not renewed. */
    static String ofRefresh(OauthApp app, TokenAnswer.Denied denied) {
        return words(
                denied,
                switch (denied.error()) {
                    case "invalid_grant" ->
                        "%s has ended the authorization: the refresh token has expired or was revoked there. Authenticate again on the instance's Provisioning page."
                                .formatted(app.name());
                    default -> common(app, denied.error());
                });
    }

    /** The person came back without a code. */
    static String ofAuthorization(OauthApp app, String error, String description, URI redirectUri) {
        return words(
                new TokenAnswer.Denied(error, description),
                switch (error) {
                    case "access_denied" ->
                        "%s says that the access was not allowed. Sign in there as an administrator and allow it."
                                .formatted(app.name());
                    case "invalid_request" ->
                        "%s refuses the request. Allow-list the redirect URI %s to the letter; the request also carries a PKCE challenge (RFC 7636), which a server that does not use it must ignore."
                                .formatted(app.name(), redirectUri);
                    case "server_error", "temporarily_unavailable" ->
                        "%s has a fault at its authorize endpoint. Look into its log, then authenticate again."
                                .formatted(app.name());
                    default -> common(app, error);
                });
    }

    private static String common(OauthApp app, String error) {
        return switch (error) {
            case "invalid_client" ->
                "%s does not know the client: the client ID or the client secret is wrong, or the client was removed there. Enter both again under SCIM properties on page 2."
                        .formatted(app.name());
            case "unauthorized_client", "unsupported_grant_type", "unsupported_response_type" ->
                "%s does not let the client use this grant. Allow authorization_code and refresh_token for it."
                        .formatted(app.name());
            case "invalid_scope" ->
                "%s does not offer the scopes that are asked for. Correct the scopes under SCIM properties on page 2."
                        .formatted(app.name());
            case "invalid_request" ->
                "%s calls the token request malformed. Its token endpoint must take a form (RFC 6749, section 4.1.3) with code_verifier (RFC 7636)."
                        .formatted(app.name());
            default -> "%s refused with an error of its own.".formatted(app.name());
        };
    }

    private static String words(TokenAnswer.Denied denied, String meaning) {
        var description = denied.description().isBlank() ? "" : ": " + shown(denied.description());
        return "%s (%s%s)".formatted(meaning, shown(denied.error()), description);
    }

    /** What another server wrote is shown short, in one line, and without secrets. */
    private static String shown(String text) {
        var line = Masking.standard().text(text).replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
