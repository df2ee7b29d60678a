package dev.oin.web.portal;

import java.time.Instant;
import java.util.List;

/**
 * Somebody else saved the page in between.
 *
 * @param revision what saving must name to keep the own values
 * @param differences the fields that differ
 */
record Conflict(String who, Instant at, long revision, List<Difference> differences) {

    /** A field with both values. */
    record Difference(String label, String mine, String theirs) {}
}
