package dev.oin.web.portal;

import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Pages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Your OIN Integrations".
 *
 * @param first whether there is none yet
 */
record IntegrationsView(
        boolean first, boolean mayCreate, List<Filter> filters, String query, List<Row> rows, Pages pages) {

    /** A choice of rows with their number. */
    record Filter(String name, int count, String path, boolean here) {}

    /** A link or a button. */
    record Link(String name, String path) {}

    /** An integration. */
    record Row(
            String id,
            String name,
            String initial,
            @Nullable String logo,
            String path,
            List<String> protocols,
            List<Chip> chips,
            String line,
            @Nullable Instant expected,
            @Nullable String clocks,
            @Nullable Link next,
            boolean primary,
            List<Link> menu) {}
}
