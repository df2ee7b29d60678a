package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import java.util.Optional;

/** Names taken in the catalog; implemented by the catalog. */
public interface PublishedNames {

    /** Whose published name this is, ignoring case. */
    Optional<IntegrationId> ownerOf(String displayName);
}
