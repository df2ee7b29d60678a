package dev.oin.web.portal;

import dev.oin.submission.Difference;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the history of an integration shows. */
final class VersionViews {

    private VersionViews() {}

    /** A numbered version with what changed since the one before. */
    record VersionView(int number, Instant at, String by, boolean first, List<Difference> changes) {}

    /** A save with the names of what it changed. */
    record SaveView(long revision, Instant at, String by, String changed, boolean now) {}

    /** Differences in a few words. */
    static final class Compared {

        private static final int NAMED = 4;

        private Compared() {}

        static String words(String what, List<Difference> differences) {
            if (what.equals("CREATED")) {
                return "Started";
            }
            if (differences.isEmpty()) {
                return what.equals("TEST_INFORMATION") || what.equals("CONFIGURATION")
                        ? "A secret"
                        : "Nothing shown here";
            }
            var named = differences.stream()
                    .limit(NAMED)
                    .map(Difference::label)
                    .distinct()
                    .collect(Collectors.joining(", "));
            var more = differences.size() - NAMED;
            return (what.equals("RESTORED") ? "Restored: " : "")
                    + named
                    + (more > 0 ? " and %d more".formatted(more) : "");
        }
    }
}
