package dev.oin.catalog;

import static dev.oin.review.SubmissionBuilder.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.oin.checks.CheckId;
import dev.oin.checks.CheckResult;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import dev.oin.checks.Verdict;
import dev.oin.egress.Reply;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.review.Decisions;
import dev.oin.review.QaFindings;
import dev.oin.review.RecordedDecision;
import dev.oin.review.ReviewDesk;
import dev.oin.review.ReviewPhase;
import dev.oin.storage.BlobKey;
import dev.oin.storage.Blobs;
import dev.oin.submission.Logos;
import dev.oin.submission.PublishedNames;
import dev.oin.submission.Submission;
import dev.oin.submission.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops a publication: seen from a submission that nothing stops. */
class LastLookTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Submission submission = aSubmission().build();
    private final PublishedNames names = mock(PublishedNames.class);
    private final Logos logos = mock(Logos.class);
    private final QaFindings findings = mock(QaFindings.class);
    private final Decisions decisions = mock(Decisions.class);
    private Reply guide = answer(200);

    @BeforeEach
    void nothing_stands_in_the_way() {
        when(names.ownerOf(any())).thenReturn(Optional.empty());
        when(logos.find(any(), any()))
                .thenReturn(
                        Optional.of(new Blobs.Blob(new BlobKey("logos/1/0123456789abcdef"), "image/png", new byte[1])));
        when(decisions.latest(any()))
                .thenReturn(Optional.of(new RecordedDecision(
                        UUID.randomUUID(),
                        submission.id(),
                        ReviewPhase.FINAL,
                        1,
                        1,
                        ReviewDesk.Outcome.APPROVE,
                        "",
                        new AccountId(new UUID(0, 2)),
                        NOON)));
    }

    @Test
    void what_was_reviewed_and_can_be_seen_is_published() {
        assertThat(obstacles()).isEmpty();
    }

    @Test
    void its_own_name_in_the_catalog_is_no_obstacle_another_s_is() {
        when(names.ownerOf("Acme Shifts")).thenReturn(Optional.of(submission.integration()));
        assertThat(obstacles()).isEmpty();

        when(names.ownerOf("Acme Shifts")).thenReturn(Optional.of(new IntegrationId(new UUID(9, 9))));
        assertThat(obstacles())
                .containsExactly("The name \"Acme Shifts\" is taken in the catalog by another integration.");
    }

    @Test
    void other_content_than_the_reviewed_one_stops() {
        var looked = new LastLook(names, logos, findings, decisions, (call, capture) -> guide)
                .obstacles(submission, version("another-hash"));

        assertThat(looked).containsExactly("The content differs from version 1, which was reviewed.");
    }

    @Test
    void a_lost_logo_stops() {
        when(logos.find(any(), any())).thenReturn(Optional.empty());

        assertThat(obstacles()).containsExactly("The logo's image cannot be shown any more; upload it again.");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_guide_for_customers_only_may_ask_to_sign_in(int status) {
        guide = answer(status);

        assertThat(obstacles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 500, 503})
    void a_guide_that_is_not_there_stops(int status) {
        guide = answer(status);

        assertThat(obstacles())
                .containsExactly(
                        "The SAML guide at https://acme.test/saml-guide answers %d; it should open for customers."
                                .formatted(status));
    }

    @Test
    void a_guide_that_cannot_be_called_or_does_not_answer_stops() {
        guide = new Reply.Refused("10.0.0.1 is a private address");
        assertThat(obstacles()).singleElement().asString().contains("cannot be called: 10.0.0.1 is a private address");

        guide = new Reply.Unreachable("no answer within 10 s", true);
        assertThat(obstacles()).singleElement().asString().contains("does not answer: no answer within 10 s");
    }

    @Test
    void a_check_whose_waiver_has_ended_since_the_final_review_stops() {
        when(findings.open(eq(submission), eq(ReviewPhase.FINAL))).thenReturn(List.of(failed("C-01"), failed("C-01")));

        assertThat(obstacles())
                .containsExactly(
                        "Required checks stand against publishing, as a waiver has ended: C-01. Mend what they found.");
    }

    private List<String> obstacles() {
        return new LastLook(names, logos, findings, decisions, (call, capture) -> guide)
                .obstacles(submission, version(submission.contentHash()));
    }

    private Version version(String hash) {
        return new Version(
                submission.integration(), 1, submission.id(), hash, submission.content(), submission.createdBy(), NOON);
    }

    private static Reply answer(int status) {
        return new Reply.Answered(
                URI.create("https://acme.test/saml-guide"), status, List.of(), new byte[0], false, Duration.ZERO);
    }

    private static CheckResult failed(String check) {
        return new CheckResult(
                new CheckId(check),
                "Title",
                Severity.REQUIRED,
                "",
                Outcome.restored(Verdict.FAILED, Optional.of(Fault.APP), "expected", "seen", "remedy"),
                NOON,
                NOON,
                1,
                1,
                List.of());
    }
}
