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

/** The words to the ISV (review-process 3). */
final class IsvLetters {

    private static final String WHY =
            "You get this mail because you submitted this integration or are its support contact.";

    private final MailWords words;
    private final int fixDays;

    IsvLetters(MailWords words, int fixDays) {
        this.words = words;
        this.fixDays = fixDays;
    }

    Letter queued(Submission submission, ReviewItem item) {
        return letter(
                "M1",
                submission,
                "submitted, initial review by " + words.day(item.dueAt()),
                "Version %d is queued for its initial review.".formatted(version(submission)),
                "It is the OIN team's turn. The initial review should end by %s.".formatted(words.when(item.dueAt())),
                List.of(
                        "An analyst looks at your catalog entry, settings, guides and test results.",
                        "After it comes QA testing, with a date of its own. You get a mail at each step.",
                        "Editing is locked meanwhile. You can replace the test account, or withdraw the submission."));
    }

    Letter catalogQueued(Submission submission, ReviewItem item, List<String> changed) {
        return letter(
                "M1c",
                submission,
                "catalog update submitted, review by " + words.day(item.dueAt()),
                "Your catalog update is queued. Changed: %s."
                        .formatted(changed.isEmpty() ? "catalog information" : String.join(", ", changed)),
                "It is the OIN team's turn. The review should end by %s.".formatted(words.when(item.dueAt())),
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
        return letter(
                code,
                submission,
                "answer received, %s by %s"
                        .formatted(item.phase().label().toLowerCase(Locale.ROOT), words.day(item.dueAt())),
                "Your answer arrived: round %d, version %d, %s answered."
                        .formatted(
                                submission.round(),
                                version(submission),
                                answered == 1 ? "1 issue" : answered + " issues"),
                "It is the OIN team's turn. %s and should end by %s.".formatted(goesOn, words.when(item.dueAt())),
                List.of(
                        "You keep your place: the same analyst looks at it, where possible.",
                        "You get a mail with the outcome."));
    }

    Letter passed(Submission submission, ReviewItem item, Optional<LocalDate> publishOn) {
        return letter(
                "M3",
                submission,
                "initial review passed, QA by " + words.day(item.dueAt()),
                "The initial review is passed. QA testing has begun.",
                "It is the OIN team's turn. QA testing should end by %s.".formatted(words.when(item.dueAt())),
                List.of(
                        "QA runs your integration on the instances that you submitted, and follows your guides.",
                        "Keep the test account active and leave the instances as they are.",
                        publishOn
                                .map(day -> "When QA is passed, the integration is published on %s, the day you chose."
                                        .formatted(words.day(day)))
                                .orElse("When QA is passed, the integration is published at once.")));
    }

    Letter issues(Submission submission, List<Issue> open, ReviewPhase phase) {
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
                "%s found %s.".formatted(phase.label(), count),
                "It is your turn. The clock of the team stands still until you answer.",
                new Button(
                        open.size() == 1 ? "Answer 1 issue" : "Answer %d issues".formatted(open.size()),
                        words.submission(submission.id())),
                open.stream().map(issue -> line(submission, issue)).toList(),
                next,
                WHY);
    }

    private static String counted(int size, boolean bugs) {
        var noun = bugs ? "bug" : "issue";
        return size == 1 ? "1 " + noun : size + " " + noun + "s";
    }

    private LetterIssue line(Submission submission, Issue issue) {
        var field = issue.field();
        var link = field == null
                ? words.submission(submission.id())
                : words.submission(submission.id()) + "/" + Fields.pageOf(field).path() + "#" + field;
        return new LetterIssue(issue.number(), issue.severity().label(), issue.check(), issue.text(), field, link);
    }

    Letter published(Submission submission, String catalogLink, Instant deletion) {
        var letter = letter(
                "M6",
                submission,
                "published",
                "Congratulations: version %d is in the catalog.".formatted(version(submission)),
                "There is nothing that you need to do.",
                List.of(
                        "Customers find it at %s.".formatted(catalogLink),
                        "The test account's details are deleted on %s. To submit an update later, enter new ones."
                                .formatted(words.day(deletion))));
        return new Letter(
                letter.code(),
                letter.happened(),
                letter.state(),
                letter.turn(),
                new Button("View in catalog", catalogLink),
                List.of(),
                letter.next(),
                letter.why());
    }

    Letter credentialReminder(Submission submission, Instant deletion) {
        return letter(
                "M6b",
                submission,
                "test account details are deleted on " + words.day(deletion),
                "The test account's details are deleted on %s.".formatted(words.day(deletion)),
                "There is nothing that you need to do.",
                List.of(
                        "Switch the account off in your app after that day, if nobody else needs it.",
                        "To submit an update later, enter a new test account."));
    }

    Letter credentialsDeleted(Submission submission) {
        return letter(
                "M6b",
                submission,
                "test account details were deleted",
                "The test account's details were deleted, with the secrets used for the review.",
                "There is nothing that you need to do.",
                List.of("To submit an update later, enter a new test account."));
    }

    Letter withdrawn(Submission submission, String who, Instant when, String reason) {
        var why = reason.isBlank() ? "" : " Reason given: " + reason;
        return letter(
                "M7",
                submission,
                "withdrawn",
                "%s withdrew the submission on %s.%s".formatted(who, words.when(when), why),
                "It is your turn, when you like: it is a draft again, with all you entered.",
                List.of(
                        "To submit it again: open it, test it, and submit it. A version that is live stays live.",
                        "The test account's details are deleted 30 days from now, unless you submit it before."));
    }

    Letter rejected(Submission submission, String reason, String appeal) {
        return letter(
                "M9",
                submission,
                "rejected",
                "The submission was rejected. Reason: %s".formatted(reason),
                "The submission is closed.",
                List.of(
                        "If you think that this is wrong, write to %s and name the reference in the subject."
                                .formatted(appeal),
                        "The test account's details are deleted after 30 days."));
    }

    Letter reminder(Submission submission, int daysLeft) {
        return letter(
                "M10",
                submission,
                "your answer is awaited, %d days left".formatted(daysLeft),
                "The team's issues are not answered yet.",
                "It is your turn. In %d days the submission goes back to a draft.".formatted(daysLeft),
                List.of("Nothing is lost then; it can be submitted again at any time."));
    }

    Letter silent(Submission submission) {
        return letter(
                "M10",
                submission,
                "back to a draft after 60 days",
                "The issues were not answered for 60 days; the submission is a draft again.",
                "It is your turn, when you like.",
                List.of("All you entered is kept. Open it, test it, and submit it again."));
    }

    Letter retired(Submission submission, String reason) {
        return letter(
                "M8",
                submission,
                "taken out of the catalog",
                "The integration was taken out of the catalog. Reason: %s".formatted(reason),
                "There is nothing that you need to do here.",
                List.of(
                        "What customers installed keeps working until they delete it.",
                        "Tell your customers what you plan for the integration."));
    }

    Letter rolledBack(Submission submission, int version, int earlier, String reason) {
        return letter(
                "M8b",
                submission,
                "version %d was rolled back".formatted(version),
                "The OIN team rolled version %d back; the catalog shows version %d again. Reason: %s"
                        .formatted(version, earlier, reason),
                "It is your turn, when you like: correct it in an update.",
                List.of(
                        "What customers installed meanwhile stays as it is.",
                        "To publish the change again, start an update, test it, and submit it."));
    }

    Letter dateMoved(Submission submission, Instant due, Instant before, String reason) {
        return letter(
                "M11",
                submission,
                "new expected date " + words.day(due),
                "New date: %s (was %s). Reason: %s. Sorry.".formatted(words.when(due), words.when(before), reason),
                "It is the OIN team's turn. You need do nothing and keep your place.",
                List.of());
    }

    Letter overdue(Submission submission, ReviewItem item) {
        return letter(
                "M11",
                submission,
                "later than expected",
                "%s should have ended by %s and has not. Sorry."
                        .formatted(item.phase().label(), words.when(item.dueAt())),
                "It is the OIN team's turn. You need do nothing and keep your place.",
                List.of("The leads of the team have been told. You get a mail when there is news."));
    }

    private Letter letter(
            String code, Submission submission, String happened, String state, String turn, List<String> next) {
        return new Letter(
                code,
                happened,
                state,
                turn,
                new Button("Open the submission", words.submission(submission.id())),
                List.of(),
                next,
                WHY);
    }

    private static int version(Submission submission) {
        var submitted = submission.submittedVersion();
        return submitted == null ? submission.version() : submitted;
    }
}
