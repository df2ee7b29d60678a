package dev.oin.gate;

import org.jspecify.annotations.Nullable;

/** The links to SCIM results on page 4; null where the field is empty. */
public record ScimResults(
        @Nullable String specResultsUrl,
        @Nullable String crudResultsUrl,
        @Nullable String entitlementsResultsUrl) {

    /** The longest link. */
    public static final int LINK_LIMIT = 1024;

    /** Nothing entered. */
    public static ScimResults empty() {
        return new ScimResults(null, null, null);
    }
}
