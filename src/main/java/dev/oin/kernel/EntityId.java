package dev.oin.kernel;

import java.util.UUID;

/** What all ids have in common: a UUID that is never reused. */
public interface EntityId {

    /** The id itself. */
    UUID value();
}
