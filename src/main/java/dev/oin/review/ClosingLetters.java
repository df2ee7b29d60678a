package dev.oin.review;

import dev.oin.review.Letter.Button;
import dev.oin.submission.Submission;
import java.time.Instant;
import java.util.List;

/** The words to the ISV at and after a submission's end (review-process 3). */
final class ClosingLetters {

    private final PlainWords words;

    ClosingLetters(MailWords words) {
        this.words = new PlainWords(words);
    }

    Letter published(Submission submission, String catalogLink, Instant deletion) {
        var letter = words.letter(
                "M6",
                submission,
                "published",
                "Congratulations: version %d is in the catalog.".formatted(PlainWords.version(submission)),
                "There is nothing that you need to do.",
                List.of(
                        "Customers find it at %s.".formatted(catalogLink),
                        "The test account's details are deleted on %s. To submit an update later, enter new ones."
                                .formatted(words.words().day(deletion))));
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
        return words.letter(
                "M6b",
                submission,
                "test account details are deleted on " + words.words().day(deletion),
                "The test account's details are deleted on %s."
                        .formatted(words.words().day(deletion)),
                "There is nothing that you need to do.",
                List.of(
                        "Switch the account off in your app after that day, if nobody else needs it.",
                        "To submit an update later, enter a new test account."));
    }

    Letter credentialsDeleted(Submission submission) {
        return words.letter(
                "M6b",
                submission,
                "test account details were deleted",
                "The test account's details were deleted, with the secrets used for the review.",
                "There is nothing that you need to do.",
                List.of("To submit an update later, enter a new test account."));
    }

    Letter withdrawn(Submission submission, String who, Instant when, String reason) {
        var why = reason.isBlank() ? "" : " Reason given: " + reason;
        return words.letter(
                "M7",
                submission,
                "withdrawn",
                "%s withdrew the submission on %s.%s"
                        .formatted(who, words.words().when(when), why),
                "It is your turn, when you like: it is a draft again, with all you entered.",
                List.of(
                        "To submit it again: open it, test it, and submit it. A version that is live stays live.",
                        "The test account's details are deleted 30 days from now, unless you submit it before."));
    }

    Letter rejected(Submission submission, String reason, String appeal) {
        return words.letter(
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

    Letter retired(Submission submission, String reason) {
        return words.letter(
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
        return words.letter(
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
}
