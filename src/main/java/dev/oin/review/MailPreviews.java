package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.IssueId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.TestInformation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every mail of review-process 3 as its readers would see it, for an invented submission. */
@Component
public class MailPreviews {

    private static final AccountId ADA = new AccountId(new UUID(0, 1));

    private final LayOutMail layout;
    private final ReviewProperties properties;
    private final Clock clock;

    MailPreviews(LayOutMail layout, ReviewProperties properties, Clock clock) {
        this.layout = layout;
        this.properties = properties;
        this.clock = clock;
    }

    /** All of them, by code. */
    public List<Preview> all() {
        var words = new MailWords(properties.publicUrl(), properties.zone());
        var isv = new IsvLetters(words, properties.days().finalReview());
        var closing = new ClosingLetters(words);
        var team = new TeamLetters(words);
        var now = clock.instant();
        var one = submission(now);
        var deletion = now.plus(properties.keepCredentials());
        return List.of(
                isv("first submission", one, isv.queued(one, item(one, ReviewPhase.INITIAL, now))),
                isv("answer to the initial review", one, isv.fixReceived(one, item(one, ReviewPhase.INITIAL, now), 2)),
                isv(
                        "catalog-only update",
                        one,
                        isv.catalogQueued(one, item(one, ReviewPhase.CATALOG, now), List.of("catalog.description"))),
                isv(
                        "initial review found issues",
                        one,
                        isv.issues(one, List.of(issue(one, ReviewPhase.INITIAL, now)), ReviewPhase.INITIAL)),
                isv("initial review passed", one, isv.passed(one, item(one, ReviewPhase.QA, now), Optional.empty())),
                isv("QA found bugs", one, isv.issues(one, List.of(issue(one, ReviewPhase.QA, now)), ReviewPhase.QA)),
                isv("fix by an edit", one, isv.fixReceived(one, item(one, ReviewPhase.FINAL, now), 1)),
                isv("fix in the app", one, isv.fixReceived(one, item(one, ReviewPhase.QA, now), 1)),
                isv("published", one, closing.published(one, words.at("/catalog/acme-hr"), deletion)),
                isv("a week before credentials go", one, closing.credentialReminder(one, deletion)),
                isv("credentials deleted", one, closing.credentialsDeleted(one)),
                isv("withdrawn", one, closing.withdrawn(one, "Ada", now, "We change the sign-in page first.")),
                isv("retired", one, closing.retired(one, "The company asked for it.")),
                isv("rolled back", one, closing.rolledBack(one, 3, 2, "Sign-on fails since version 3.")),
                isv("rejected", one, closing.rejected(one, "Single-tenant (IR-MT-1).", properties.statusQuestions())),
                isv("silence", one, isv.reminder(one, 30)),
                isv("withdrawn for silence", one, isv.silent(one)),
                isv(
                        "expected date moved",
                        one,
                        isv.dateMoved(one, now.plus(Duration.ofDays(7)), now, "An analyst is ill.")),
                isv("expected date passed", one, isv.overdue(one, item(one, ReviewPhase.QA, now))),
                team("expected date passed, to leads", one, team.overdue(one, item(one, ReviewPhase.QA, now), "Dana")),
                team("new in the queue", one, team.queued(one, item(one, ReviewPhase.INITIAL, now), false)),
                team("answer received", one, team.queued(one, item(one, ReviewPhase.QA, now), true)),
                team(
                        "stopped at publication",
                        one,
                        team.notPublished(one, List.of(issue(one, ReviewPhase.FINAL, now)))));
    }

    private Preview isv(String when, Submission submission, Letter letter) {
        return preview(when, "The support contact and whoever submitted", submission, letter);
    }

    private Preview team(String when, Submission submission, Letter letter) {
        return preview(when, "The team", submission, letter);
    }

    private Preview preview(String when, String to, Submission submission, Letter letter) {
        return new Preview(
                letter.code(),
                when,
                to,
                PostMail.subject(submission, letter),
                layout.text(letter, submission.displayName()),
                layout.html(letter, submission.displayName()));
    }

    private static ReviewItem item(Submission submission, ReviewPhase phase, Instant now) {
        return new ReviewItem(
                submission.id(),
                phase,
                2,
                null,
                null,
                now,
                now.plus(Duration.ofDays(5)),
                new ReviewItem.Subject(
                        submission.integration(),
                        submission.organization(),
                        "Acme Inc",
                        submission.displayName(),
                        3,
                        List.of(Protocol.SAML),
                        List.of()),
                ReviewItem.Handover.NONE);
    }

    private static Issue issue(Submission submission, ReviewPhase phase, Instant now) {
        var isBug = phase == ReviewPhase.QA;
        return new Issue(
                new IssueId(new UUID(0, 2)),
                submission.id(),
                1,
                phase,
                1,
                1,
                isBug ? "C-01" : "IR-LG-2",
                isBug ? "saml.audience" : "logo",
                Issue.Severity.MUST_FIX,
                isBug
                        ? "Sign in with an answer for another audience. Expected: no session."
                        : "The logo is 300 x 300; allowed are 200 x 200, 244 x 244, 244 x 156 and 156 x 244.",
                Issue.Status.OPEN,
                null,
                now,
                now,
                null,
                isBug ? new Issue.Evidence(null, "signed in after 1.2 s.", true) : Issue.Evidence.NONE);
    }

    private static Submission submission(Instant now) {
        var catalog = new Configuration.Catalog(
                "Acme HR", "", List.of(), new Configuration.PublicSupport(null, null, null), null);
        return new Submission(
                new SubmissionId(new UUID(0, 3)),
                new IntegrationId(new UUID(0, 4)),
                new OrganizationId(new UUID(0, 5)),
                SubmissionKind.NEW,
                SubmissionState.INITIAL_REVIEW,
                new Content(
                        Set.of(Protocol.SAML),
                        new Configuration(catalog, List.of(), null, null, null, null),
                        null,
                        new TestInformation(null, null, null, null, null, null)),
                "",
                3,
                3,
                2,
                1,
                ADA,
                now,
                ADA,
                now,
                ADA,
                now);
    }

    /**
     * A mail.
     *
     * @param when what makes it be sent
     * @param to who gets it
     */
    public record Preview(String code, String when, String to, String subject, String text, String html) {}
}
