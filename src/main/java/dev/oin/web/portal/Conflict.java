package dev.oin.web.portal;

import dev.oin.submission.MergePages.Part;
import dev.oin.submission.MergePages.Side;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody else saved in between.
 *
 * @param revision what saving must name to keep both people's changes
 * @param base the revision that the person began with
 * @param parts what differs
 */
record Conflict(String who, Instant at, long revision, long base, List<Part> parts) {

    /** Whether nothing that the other changed stands on the page: the own changes can be saved as they are. */
    boolean isElsewhere() {
        return parts.stream().allMatch(part -> part.side() == Side.MINE);
    }

    /** What both changed: to choose from. */
    public List<Part> choices() {
        return of(Side.BOTH);
    }

    /** What only the other changed. */
    public List<Part> theirs() {
        return of(Side.THEIRS);
    }

    /** What only the person changed, in words. */
    public String mine() {
        return of(Side.MINE).stream().map(Part::label).collect(Collectors.joining(", "));
    }

    private List<Part> of(Side side) {
        return parts.stream().filter(part -> part.side() == side).toList();
    }
}
