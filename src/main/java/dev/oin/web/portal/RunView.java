package dev.oin.web.portal;

import dev.oin.web.frame.Chip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 *
 * @param line how far it is, or what came of it
 * @param notes what a reader must know first: cancelled, evidence deleted
 * @param rerunWord what running again what did not pass is called
 * @param tests the Test page that the run belongs to; null for those who only read it
 * @param base the address of the run, also where it is read by a link
 */
record RunView(
        String id,
        String name,
        String instance,
        int version,
        Chip chip,
        String line,
        int done,
        int total,
        boolean finished,
        boolean cancellable,
        boolean actions,
        int rerunFailed,
        String rerunWord,
        List<String> notes,
        List<Chip> counts,
        @Nullable String fixFirst,
        List<Group> groups,
        @Nullable String tests,
        String base) {

    /** Results with one verdict. */
    record Group(String key, String name, boolean folded, List<ResultView> results) {}

    /** One check's result. */
    record ResultView(
            String id,
            String check,
            String title,
            Chip chip,
            @Nullable String side,
            String severity,
            String duration,
            String expected,
            String observed,
            String remedy,
            @Nullable String cure,
            String clause,
            boolean open,
            boolean rerunnable,
            List<ExhibitLink> exhibits) {}

    /** Where a piece of evidence is. */
    record ExhibitLink(String id, String title, String path, boolean picture) {}
}
