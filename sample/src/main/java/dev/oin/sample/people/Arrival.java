package dev.oin.sample.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an identity provider has just vouched for.
 *
 * @param emailProven whether the provider says that the address is really theirs
 */
public record Arrival(
        Identity identity,
        @Nullable String email,
        boolean emailProven,
        @Nullable String givenName,
        @Nullable String familyName) {}
