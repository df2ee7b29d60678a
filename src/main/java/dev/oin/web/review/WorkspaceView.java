package dev.oin.web.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.review.CompareContent;
import dev.oin.review.Issue;
import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The review workspace, ready to be drawn.
 *
 * @param holder who holds the review; empty where nobody does
 * @param mayAct whether the reader holds it, or could claim it by acting
 * @param toDo checklist items for a person
 * @param byMachine items that the machine passed
 * @param done items that a person passed
 */
record WorkspaceView(
        SubmissionId id,
        String name,
        String organization,
        int version,
        int round,
        Chip state,
        String phase,
        boolean open,
        @Nullable Chip due,
        @Nullable Instant dueAt,
        String holder,
        boolean mine,
        boolean claimable,
        boolean mayAct,
        boolean lead,
        boolean qa,
        String approveWord,
        List<String> because,
        List<Item> toDo,
        List<Item> byMachine,
        List<Item> done,
        List<CompareContent.Change> changes,
        @Nullable Integer lastReviewed,
        List<Fact> facts,
        List<Guide> guides,
        List<RunLine> runs,
        List<FindingLine> findings,
        List<IssueView> issues,
        List<NoteView> notes,
        List<EventView> history,
        List<WaiverView> waivers,
        List<Reason> reasons) {

    /** How many issues are open now. */
    public long openIssues() {
        return issues.stream()
                .filter(issue -> issue.status() == Issue.Status.OPEN)
                .count();
    }

    record Item(
            String id,
            String text,
            String by,
            String result,
            String note,
            String suggestion,
            String seen,
            String field) {}

    record Fact(String key, String value) {}

    record Guide(String label, String url) {}

    record RunLine(
            String path,
            String name,
            String origin,
            Chip chip,
            int version,
            @Nullable Instant at) {}

    record FindingLine(String check, String title, Chip chip, String expected, String observed) {}

    record IssueView(
            int number,
            String check,
            @Nullable String field,
            Chip severity,
            Chip chip,
            Issue.Status status,
            boolean sent,
            String text,
            List<MessageView> messages) {}

    record MessageView(String by, boolean fromTeam, String text, Instant at) {}

    record NoteView(String by, String text, Instant at) {}

    record EventView(String text, String by, Instant at) {}

    record WaiverView(String check, String reason, LocalDate until, String by) {}

    record Reason(String check, String text) {}
}
