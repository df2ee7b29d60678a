package dev.oin.review;

import dev.oin.review.Letter.Button;
import dev.oin.submission.Submission;
import java.util.List;

/** The words to the team (M11, M12). */
final class TeamLetters {

    private static final String WHY = "You get this mail because you work in the OIN team.";

    private final MailWords words;

    TeamLetters(MailWords words) {
        this.words = words;
    }

    Letter queued(Submission submission, ReviewItem item, boolean followUp) {
        var what = followUp ? "answer received" : "new in the queue";
        return new Letter(
                "M12",
                "%s, %s due %s".formatted(what, item.phase().label(), words.day(item.dueAt())),
                "%s: %s, version %d, round %d."
                        .formatted(
                                followUp ? "The ISV answered" : "A submission arrived",
                                item.phase().label(),
                                submission.submittedVersion() == null
                                        ? submission.version()
                                        : submission.submittedVersion(),
                                submission.round()),
                "Promised to the ISV: %s.".formatted(words.when(item.dueAt())),
                button(submission),
                List.of(),
                List.of(),
                WHY);
    }

    Letter overdue(Submission submission, ReviewItem item, String holder) {
        return new Letter(
                "M11",
                "overdue, " + item.phase().label(),
                "%s was promised by %s.".formatted(item.phase().label(), words.when(item.dueAt())),
                holder.isEmpty() ? "Nobody holds it." : holder + " holds it.",
                button(submission),
                List.of(),
                List.of("Decide, assign it, or promise a new date with a reason; the ISV is told."),
                WHY);
    }

    Letter notPublished(Submission submission, List<Issue> obstacles) {
        return new Letter(
                "M12",
                "passed, but could not be published",
                "The last look before publication stopped it. The ISV has it as %s."
                        .formatted(obstacles.size() == 1 ? "an issue" : obstacles.size() + " issues"),
                "It is the ISV's turn; what it answers comes back to the queue.",
                button(submission),
                List.of(),
                obstacles.stream().map(Issue::text).toList(),
                WHY);
    }

    private Button button(Submission submission) {
        return new Button("Open the review", words.review(submission.id()));
    }
}
