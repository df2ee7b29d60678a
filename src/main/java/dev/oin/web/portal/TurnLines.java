package dev.oin.web.portal;

import dev.oin.review.ChosenDates;
import dev.oin.review.Issues;
import dev.oin.review.Promises;
import dev.oin.review.ReviewPhase;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.PublishedVersions;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whose turn it is, and by when something is expected: the line beside every submission's chip. */
@Component
class TurnLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private final Issues issues;
    private final Promises promises;
    private final ChosenDates dates;
    private final LiveVersion live;

    TurnLines(Issues issues, Promises promises, ChosenDates dates, LiveVersion live) {
        this.issues = issues;
        this.promises = promises;
        this.dates = dates;
        this.live = live;
    }

    /**
     * The line.
     *
     * @param expected when the team expects to be done; null where nobody promised
     */
    record TurnLine(String text, @Nullable Instant expected) {}

    TurnLine of(Submission submission) {
        var expected = submission.state().isWithTeam()
                ? promises.expectedDate(submission.id()).orElse(null)
                : null;
        return new TurnLine(text(submission), expected);
    }

    private String text(Submission submission) {
        return switch (submission.state()) {
            case DRAFT -> "Your turn: finish and submit";
            case WITHDRAWN -> "Withdrawn. Your turn: finish and submit again";
            case INITIAL_REVIEW -> team(ReviewPhase.INITIAL);
            case QA_TESTING -> team(ReviewPhase.QA);
            case FINAL_REVIEW -> team(ReviewPhase.FINAL);
            case CATALOG_REVIEW -> team(ReviewPhase.CATALOG);
            case ISV_REVIEW -> "Your turn: %s from the review".formatted(open(submission, "issue"));
            case ISV_FIX -> "Your turn: %s from QA".formatted(open(submission, "bug"));
            case PUBLISHING ->
                dates.of(submission.id())
                        .map(day -> "Passed. Becomes public on " + DAY.format(day))
                        .orElse("Publishing, seconds");
            case PUBLISHED ->
                takenBackFor(submission)
                        .map(release -> "Taken back; customers get version %d again".formatted(release.number()))
                        .orElse("Live in the catalog");
            case REJECTED -> "Closed. Its page says why, and how to appeal";
            case RETIRED -> "Installed copies keep working";
        };
    }

    /** What the catalog shows in place of an update that a lead rolled back: a version that was public before the update came. */
    Optional<PublishedVersions.Release> takenBackFor(Submission submission) {
        return submission.state() == SubmissionState.PUBLISHED && submission.kind() != SubmissionKind.NEW
                ? live.release(submission.integration())
                        .filter(release -> !release.submission().equals(submission.id()))
                        .filter(release -> submission.submittedAt() != null
                                && release.publishedAt().isBefore(submission.submittedAt()))
                : Optional.empty();
    }

    private static String team(ReviewPhase phase) {
        return phase.label();
    }

    private String open(Submission submission, String word) {
        var count = issues.unanswered(submission.id()).size();
        return count == 0 ? "all answered; hand it back" : count == 1 ? "1 " + word : "%d %ss".formatted(count, word);
    }
}
