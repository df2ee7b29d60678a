package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionState;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why submissions were closed, and where to appeal (T19). */
@Component
public class Rejections {

    private final Decisions decisions;
    private final ReviewProperties properties;

    Rejections(Decisions decisions, ReviewProperties properties) {
        this.decisions = decisions;
        this.properties = properties;
    }

    /** The rejection that closed the submission; empty where it is not closed. */
    public Optional<Rejection> of(Submission submission) {
        return submission.state() == SubmissionState.REJECTED ? latest(submission.id()) : Optional.empty();
    }

    private Optional<Rejection> latest(SubmissionId submission) {
        return decisions
                .latest(submission)
                .filter(latest -> latest.outcome() == ReviewDesk.Outcome.REJECT)
                .map(latest -> new Rejection(latest.note(), latest.decidedAt(), properties.statusQuestions()));
    }

    /**
     * Why and when.
     *
     * @param appeal the address that an appeal goes to
     */
    public record Rejection(String reason, Instant rejectedAt, String appeal) {}
}
