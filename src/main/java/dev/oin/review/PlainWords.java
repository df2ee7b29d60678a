package dev.oin.review;

import dev.oin.review.Letter.Button;
import dev.oin.submission.Submission;
import java.util.List;

/** Letters to the ISV whose button leads to the submission. */
record PlainWords(MailWords words) {

    static final String WHY = "You get this mail because you submitted this integration or are its support contact.";

    Letter letter(String code, Submission submission, String happened, String state, String turn, List<String> next) {
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

    static int version(Submission submission) {
        var submitted = submission.submittedVersion();
        return submitted == null ? submission.version() : submitted;
    }
}
