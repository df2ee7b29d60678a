package dev.oin.review;

import dev.oin.review.Letter.Button;
import dev.oin.review.Letter.LetterIssue;
import dev.oin.submission.Fields;
import dev.oin.submission.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words to the ISV while its submission is under way (review-process 3). */
final class IsvLetters {

    private final PlainWords words;
    private final int fixDays;

    IsvLetters(MailWords words, int fixDays) {
        this.words = new PlainWords(words);
        this.fixDays = fixDays;
    }

    Letter queued(Submission submission, ReviewItem item) {
        return words.letter(
                "M1",
                submission,
                "submitted, initial review by " + words.words().day(item.dueAt()),
                "Version %d is queued for its initial review.".formatted(PlainWords.version(submission)),
                "It is the OIN team's turn. The initial review should end by %s."
                        .formatted(words.words().when(item.dueAt())),
                List.of(
                        "An analyst looks at your catalog entry, settings, guides and test results.",
                        "After it comes QA testing, with a date of its own. You get a mail at each step.",
                        "Editing is locked meanwhile. You can replace the test account, or withdraw the submission."));
    }

    Letter catalogQueued(Submission submission, ReviewItem item, List<String> changed) {
        return words.letter(
                "M1c",
                submission,
                "catalog update submitted, review by " + words.words().day(item.dueAt()),
                "Your catalog update is queued. Changed: %s."
                        .formatted(changed.isEmpty() ? "catalog information" : String.join(", ", changed)),
                "It is the OIN team's turn. The review should end by %s."
                        .formatted(words.words().when(item.dueAt())),
                List.of("The live version stays in the catalog until the update is approved."));
    }

    Letter fixReceived(Submission submission, ReviewItem item, long answered) {
        var code = switch (item.phase()) {
            case INITIAL, CATALOG -> "M1b";
            case FINAL -> "M5";
            case QA -> "M5b";
        };
        var goesOn = switch (item.phase()) {
            case INITIAL -> "The initial review goes on";
            case CATALOG -> "The catalog review goes on";
            case FINAL -> "The final review begins";
            case QA -> "QA testing goes on";
        };
        return words.letter(
                code,
                submission,
                "answer received, %s by %s"
                        .formatted(
                                item.phase().label().toLowerCase(Locale.ROOT),
                                words.words().day(item.dueAt())),
                "Your answer arrived: round %d, version %d, %s answered."
                        .formatted(
                                submission.round(),
                                PlainWords.version(submission),
                                answered == 1 ? "1 issue" : answered + " issues"),
                "It is the OIN team's turn. %s and should end by %s."
                        .formatted(goesOn, words.words().when(item.dueAt())),
                List.of(
                        "You keep your place: the same analyst looks at it, where possible.",
                        "You get a mail with the outcome."));
    }

    Letter passed(Submission submission, ReviewItem item, Optional<LocalDate> publishOn) {
        return words.letter(
                "M3",
                submission,
                "initial review passed, QA by " + words.words().day(item.dueAt()),
                "The initial review is passed. QA testing has begun.",
                "It is the OIN team's turn. QA testing should end by %s."
                        .formatted(words.words().when(item.dueAt())),
                List.of(
                        "QA runs your integration on the instances that you submitted, and follows your guides.",
                        "Keep the test account active and leave the instances as they are.",
                        publishOn
                                .map(day -> "When QA is passed, the integration is published on %s, the day you chose."
                                        .formatted(words.words().day(day)))
                                .orElse("When QA is passed, the integration is published at once.")));
    }

    Letter issues(Submission submission, List<Issue> open, ReviewPhase phase) {
        return issues(submission, open, phase, phase.label());
    }

    /** Every review was passed, and then something stood in the way. */
    Letter notPublished(Submission submission, List<Issue> open, ReviewPhase phase) {
        return issues(submission, open, phase, "The last look before publication");
    }

    private Letter issues(Submission submission, List<Issue> open, ReviewPhase phase, String finder) {
        var bugs = phase == ReviewPhase.QA || phase == ReviewPhase.FINAL;
        var count = counted(open.size(), bugs);
        var next = new ArrayList<String>();
        next.add("Changed your settings? Test again and resubmit. Test results older than 48 hours do not count.");
        next.add(
                "Fixed it in your app only? Answer every issue and tell the team; nothing needs to be tested again by you.");
        next.add("Expected: %d business days after your answer.".formatted(fixDays));
        return new Letter(
                bugs ? "M4" : "M2",
                "your turn, " + count,
                "%s found %s.".formatted(finder, count),
                "It is your turn. The clock of the team stands still until you answer.",
                new Button(
                        open.size() == 1 ? "Answer 1 issue" : "Answer %d issues".formatted(open.size()),
                        words.words().submission(submission.id())),
                open.stream().map(issue -> line(submission, issue)).toList(),
                next,
                PlainWords.WHY);
    }

    private static String counted(int size, boolean bugs) {
        var noun = bugs ? "bug" : "issue";
        return size == 1 ? "1 " + noun : size + " " + noun + "s";
    }

    private LetterIssue line(Submission submission, Issue issue) {
        var field = issue.field();
        var link = field == null
                ? words.words().submission(submission.id())
                : words.words().submission(submission.id()) + "/"
                        + Fields.pageOf(field).path() + "#" + field;
        return new LetterIssue(issue.number(), issue.severity().label(), issue.check(), what(issue), field, link);
    }

    private static String what(Issue issue) {
        var seen = issue.evidence().seen();
        return seen.isBlank() ? issue.text() : "%s Seen: %s".formatted(issue.text(), seen);
    }

    Letter reminder(Submission submission, int daysLeft) {
        return words.letter(
                "M10",
                submission,
                "your answer is awaited, %d days left".formatted(daysLeft),
                "The team's issues are not answered yet.",
                "It is your turn. In %d days the submission goes back to a draft.".formatted(daysLeft),
                List.of("Nothing is lost then; it can be submitted again at any time."));
    }

    Letter silent(Submission submission) {
        return words.letter(
                "M10",
                submission,
                "back to a draft after 60 days",
                "The issues were not answered for 60 days; the submission is a draft again.",
                "It is your turn, when you like.",
                List.of("All you entered is kept. Open it, test it, and submit it again."));
    }

    Letter dateMoved(Submission submission, Instant due, Instant before, String reason) {
        return words.letter(
                "M11",
                submission,
                "new expected date " + words.words().day(due),
                "New date: %s (was %s). Reason: %s. Sorry."
                        .formatted(
                                words.words().when(due), words.words().when(before), reason.replaceAll("[.\\s]+$", "")),
                "It is the OIN team's turn. You need do nothing and keep your place.",
                List.of());
    }

    Letter overdue(Submission submission, ReviewItem item) {
        return words.letter(
                "M11",
                submission,
                "later than expected",
                "%s should have ended by %s and has not. Sorry."
                        .formatted(item.phase().label(), words.words().when(item.dueAt())),
                "It is the OIN team's turn. You need do nothing and keep your place.",
                List.of("The leads of the team have been told. You get a mail when there is news."));
    }
}
