package dev.oin.sandbox.scim;

import dev.oin.vault.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The authorization server of an app, with our client there (submission-rules 8).
 *
 * @param name what the app calls itself
 * @param scopes what is asked for, parted by spaces; null where nothing is named
 */
record OauthApp(
        String name,
        URI authorizeEndpoint,
        URI tokenEndpoint,
        String clientId,
        Secret clientSecret,
        @Nullable String scopes) {}
