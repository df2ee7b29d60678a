package dev.oin.insight;

import dev.oin.kernel.Protocol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the work a number is about.
 *
 * @param days how far back
 * @param protocol only work with this protocol; null for all
 * @param kind only submissions of this kind; null for all
 * @param round 1 or 2 for that round, 3 for the third and later; null for all
 */
public record Slice(
        int days,
        @Nullable Protocol protocol,
        @Nullable String kind,
        @Nullable Integer round) {

    /** The condition on a row's protocols, kind and round. */
    static final String CONDITION = " and (:protocol::text is null or :protocol = any(string_to_array(protocols, ',')))"
            + " and (:kind::text is null or kind = :kind) and (:round::int is null or least(round, 3) = :round)";

    public Slice {
        if (days < 1 || days > 3660) {
            throw new IllegalArgumentException("No period of %d days".formatted(days));
        }
    }

    /** All work of the last days. */
    public static Slice ofDays(int days) {
        return new Slice(days, null, null, null);
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("protocol", protocol == null ? null : protocol.name());
        parameters.put("kind", kind);
        parameters.put("round", round);
        return parameters;
    }
}
