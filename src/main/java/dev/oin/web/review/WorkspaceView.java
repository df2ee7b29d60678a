package dev.oin.web.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.CompareContent;
import dev.oin.review.Issue;
import dev.oin.review.ReasonText;
import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The review workspace, ready to be drawn.
 *
 * @param holder who holds the review; empty where nobody does
 * @param mayAct whether the reader holds it, or could claim it by acting
 * @param handover what the last holder left for the next one; empty where nothing
 * @param viewers who else of the team looks at it now
 * @param lookAwaited whether guides and logo are about to be looked at
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
        @JsonUnwrapped ChecklistView checklist,
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
        List<ReasonText> reasons,
        boolean lookAwaited,
        @Nullable RejectionView rejection,
        String handover,
        List<String> viewers,
        List<ComparisonView> comparisons) {

    /** How many issues are open now. */
    public long openIssues() {
        return issues.stream()
                .filter(issue -> issue.status() == Issue.Status.OPEN)
                .count();
    }

    record Fact(String key, String value) {}

    record Guide(String label, String url) {}

    record RunLine(
            String path,
            String name,
            String origin,
            Chip chip,
            int version,
            @Nullable Instant at) {}

    /** A suite on both sides, with the checks that came to something else with us. */
    record ComparisonView(
            String suite, @Nullable TallyView isv, @Nullable TallyView ours, List<DifferenceView> differences) {}

    record TallyView(String path, Chip chip, String words) {}

    record DifferenceView(String check, String title, Chip isv, Chip ours) {}

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
            String seen,
            @Nullable String evidence,
            boolean byCheck,
            int round,
            @Nullable Instant fixedAt,
            List<MessageView> messages) {}

    record MessageView(String by, boolean fromTeam, String text, Instant at) {}

    record NoteView(String by, String text, Instant at) {}

    record EventView(String text, String by, Instant at) {}

    /**
     * A waiver, or the wish for one.
     *
     * @param confirmedBy empty while it waits for a lead
     */
    record WaiverView(
            UUID id,
            String check,
            String reason,
            LocalDate until,
            String by,
            String confirmedBy,
            boolean mayConfirm,
            boolean mayWithdraw) {}

    /** A rejection that waits for a lead. */
    record RejectionView(String by, String reason, Instant at, boolean mayConfirm, boolean mayDecline) {}
}
