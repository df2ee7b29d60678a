package dev.oin.sandbox.scim;

import dev.oin.vault.Secret;
import java.util.Optional;

/** What lets a client in at a SCIM server. */
public interface ScimAuthorization {

    /** The complete value of the header, as it has to be sent now. */
    Secret header();

    /** Another value, after the server refused this one; empty where there is none. */
    default Optional<Secret> renewed(Secret refused) {
        return Optional.empty();
    }

    /** Why there is no other value, in words with what to change; empty where nothing is known. */
    default Optional<String> ended() {
        return Optional.empty();
    }
}
