package dev.oin.web.portal;

import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission's own page.
 *
 * @param replyBarred why a fix without an edit cannot be reported; null where it can
 * @param opened which of the folded parts is open
 */
record SubmissionView(
        String id,
        String name,
        int version,
        Chip chip,
        String line,
        @Nullable Instant expected,
        IntegrationsView.@Nullable Link primary,
        List<Stage> stages,
        @Nullable String clocks,
        @Nullable Notice notice,
        @Nullable Published published,
        @Nullable Closed closed,
        List<Tab> tabs,
        List<IssueView> issues,
        boolean mayReply,
        boolean resolving,
        boolean edited,
        int nextVersion,
        int unmet,
        int unanswered,
        @Nullable String replyBarred,
        boolean withdrawable,
        boolean live,
        boolean deletable,
        String deletionVerb,
        String deletionLoss,
        String testingPath,
        String opened) {

    /**
     * A published version.
     *
     * @param catalogPath its page in the catalog; null where it is no longer there
     * @param mayUpdate whether the reader may edit the integration
     * @param update the update under way; null where there is none
     */
    record Published(@Nullable String catalogPath, boolean mayUpdate, IntegrationsView.@Nullable Link update) {}

    /**
     * A submission that was rejected.
     *
     * @param appeal the address that an appeal goes to
     * @param copied the version that a new draft can begin with; null where the reader cannot begin one
     * @param publishedPath where an update can be started anew; null where nothing is published
     */
    record Closed(
            String reason,
            Instant at,
            String appeal,
            @Nullable Integer copied,
            @Nullable String publishedPath) {}

    /** A stage on the way to publication. */
    record Stage(String name, boolean here) {}

    /** A box of words on top. */
    record Notice(String tone, String icon, String head, String text) {}

    /** A part of the page. */
    record Tab(String name, String path, @Nullable Integer count, boolean here) {}

    /** An issue with its thread. */
    record IssueView(
            int number,
            String severity,
            Chip chip,
            String check,
            String text,
            String by,
            Instant at,
            boolean open,
            @Nullable String fieldPath,
            String seen,
            @Nullable String runPath,
            boolean settlesItself,
            @Nullable Instant fixedAt,
            List<MessageView> messages) {}

    /** A contribution to a thread. */
    record MessageView(String by, Instant at, String text) {}

    /** Something that happened. */
    record EventView(
            String text,
            Instant at,
            @Nullable String by,
            @Nullable Integer version) {}

    /** A run in a list. */
    record RunRow(
            String id,
            String name,
            Chip chip,
            String counts,
            @Nullable Instant at,
            String instance) {}
}
