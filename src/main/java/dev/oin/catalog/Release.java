package dev.oin.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version.
 *
 * @param rolledBackAt when it was taken back; null where it was not
 */
public record Release(
        int version, Instant publishedAt, @Nullable Instant rolledBackAt) {

    /** Whether it was taken back. */
    public boolean isRolledBack() {
        return rolledBackAt != null;
    }
}
