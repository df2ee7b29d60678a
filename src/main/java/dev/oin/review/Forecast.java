package dev.oin.review;

import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** By when each phase of the review would end, were the submission handed in now (review-process 4). */
@Component
public class Forecast {

    private final ExpectedDates dates;
    private final Clock clock;

    Forecast(ExpectedDates dates, Clock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** A phase and its end. */
    public record Step(ReviewPhase phase, Instant by) {}

    /** The phases without a return to the ISV, in order; each begins when the one before ends. */
    public List<Step> ifSubmittedNow(Submission submission) {
        var phases = submission.kind() == SubmissionKind.CATALOG
                ? List.of(ReviewPhase.CATALOG)
                : List.of(ReviewPhase.INITIAL, ReviewPhase.QA);
        var from = clock.instant();
        var steps = new ArrayList<Step>();
        for (var phase : phases) {
            from = dates.promise(phase, submission.content().protocols(), from);
            steps.add(new Step(phase, from));
        }
        return List.copyOf(steps);
    }
}
