package dev.oin.sandbox.scim;

import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The SCIM server of an installed app.
 *
 * @param base its base URL, without a slash at the end
 */
public record ScimServer(URI base, ScimAuthorization access) {

    /** A server that always wants the same header. */
    public ScimServer(URI base, Secret authorization) {
        this(base, () -> authorization);
    }

    /** The server at the base URL with the token sent in the way that the submission names. */
    public static ScimServer of(String baseUrl, AuthMode mode, Secret token) {
        return new ScimServer(
                withoutSlash(baseUrl),
                switch (mode) {
                    case HEADER -> token;
                    case BEARER, OAUTH2 -> new Secret("Bearer " + token.reveal());
                });
    }

    static URI withoutSlash(String baseUrl) {
        return URI.create(baseUrl.strip().replaceAll("/+$", ""));
    }

    /** The complete value of the header. */
    public Secret authorization() {
        return access.header();
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    /** Where a redirect leads, if it stays on this server. */
    Optional<URI> resolved(URI from, String location) {
        try {
            var place = from.resolve(location.strip());
            return Objects.equals(place.getScheme(), from.getScheme())
                            && Objects.equals(place.getRawAuthority(), from.getRawAuthority())
                    ? Optional.of(place)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
