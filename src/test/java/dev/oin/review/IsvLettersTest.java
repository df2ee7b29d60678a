package dev.oin.review;

import static dev.oin.review.SubmissionBuilder.NOON;
import static dev.oin.review.SubmissionBuilder.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.IssueId;
import dev.oin.submission.Submission;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IsvLettersTest {

    private final IsvLetters letters = new IsvLetters(new MailWords(URI.create("https://oin.test"), ZoneOffset.UTC), 3);
    private final LayOutMail layout = new LayOutMail(new ReviewProperties(
            URI.create("https://oin.test"),
            ZoneOffset.UTC,
            LocalTime.of(17, 0),
            Set.of(),
            List.of(),
            "the OIN team",
            "questions@oin.test",
            "status@oin.test",
            Duration.ofDays(30),
            ReviewProperties.Days.standard()));

    @Test
    void m1_says_by_when_the_initial_review_ends() {
        var submission = aSubmission().build();

        var letter = letters.queued(submission, item(submission, ReviewPhase.INITIAL));

        assertThat(letter.happened()).isEqualTo("submitted, initial review by Tue 1 Dec 2026");
        assertThat(letter.turn()).contains("Tue 1 Dec 2026, 17:00");
        assertThat(letter.button().link()).isEqualTo("https://oin.test/submissions/" + submission.id());
    }

    @Test
    void m2_numbers_the_issues_with_rule_field_and_link() {
        var submission = aSubmission().build();

        var letter = letters.issues(submission, List.of(issue(submission, ReviewPhase.INITIAL)), ReviewPhase.INITIAL);

        var text = layout.text(letter, "Acme Shifts");
        assertThat(letter.code()).isEqualTo("M2");
        assertThat(text)
                .contains("#1 Must fix: The logo is 300x300 <b>.")
                .contains("Rule IR-LG-2, field logo")
                .contains("https://oin.test/submissions/" + submission.id() + "/configuration#logo")
                .contains("- Expected: 3 business days after your answer.");
    }

    @Test
    void m4_comes_from_qa() {
        var submission = aSubmission().build();

        var letter = letters.issues(submission, List.of(issue(submission, ReviewPhase.QA)), ReviewPhase.QA);

        assertThat(letter.code()).isEqualTo("M4");
        assertThat(letter.happened()).isEqualTo("your turn, 1 bug");
    }

    @Test
    void html_escapes_what_people_wrote() {
        var submission = aSubmission().build();
        var letter = letters.issues(submission, List.of(issue(submission, ReviewPhase.INITIAL)), ReviewPhase.INITIAL);

        var html = layout.html(letter, "Acme <script>alert(1)</script>");

        assertThat(html)
                .contains("300x300 &lt;b&gt;")
                .doesNotContain("<script>")
                .contains("max-width:600px");
    }

    private static ReviewItem item(Submission submission, ReviewPhase phase) {
        return new ReviewItem(
                submission.id(),
                phase,
                1,
                null,
                null,
                NOON,
                NOON.plus(Duration.ofDays(7).plusHours(5)),
                new ReviewItem.Subject(
                        submission.integration(),
                        submission.organization(),
                        "Acme",
                        "Acme Shifts",
                        1,
                        List.of(),
                        List.of()),
                ReviewItem.Handover.NONE);
    }

    private static Issue issue(Submission submission, ReviewPhase phase) {
        return new Issue(
                new IssueId(UUID.randomUUID()),
                submission.id(),
                1,
                phase,
                1,
                1,
                "IR-LG-2",
                "logo",
                Issue.Severity.MUST_FIX,
                "The logo is 300x300 <b>.",
                Issue.Status.OPEN,
                null,
                NOON,
                NOON,
                null,
                Issue.Evidence.NONE);
    }
}
