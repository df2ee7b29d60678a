package dev.oin.sandbox.scim;

import dev.oin.submission.Configuration.AuthMode;
import dev.oin.vault.Secret;
import java.net.URI;

/**
 * The SCIM server of an installed app.
 *
 * @param base its base URL, without a slash at the end
 * @param authorization the complete value of the header
 */
public record ScimServer(URI base, Secret authorization) {

    /** The server at the base URL with the token sent in the way that the submission names. */
    public static ScimServer of(String baseUrl, AuthMode mode, Secret token) {
        return new ScimServer(
                URI.create(baseUrl.strip().replaceAll("/+$", "")),
                switch (mode) {
                    case HEADER -> token;
                    case BEARER, OAUTH2 -> new Secret("Bearer " + token.reveal());
                });
    }

    URI at(String path) {
        return URI.create(base + path);
    }
}
