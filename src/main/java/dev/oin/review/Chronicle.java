package dev.oin.review;

import dev.oin.account.Accounts;
import dev.oin.kernel.AccountId;
import dev.oin.submission.Submission;
import dev.oin.submission.Timeline;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happens at the desk into the submission's timeline, in words for both sides. */
@Component
class Chronicle {

    private final Timeline timeline;
    private final Accounts accounts;
    private final Clock clock;

    Chronicle(Timeline timeline, Accounts accounts, Clock clock) {
        this.timeline = timeline;
        this.accounts = accounts;
        this.clock = clock;
    }

    void note(Submission submission, String key, String what, String text, @Nullable AccountId by) {
        timeline.record(new Timeline.Event(
                submission.id(), key, what, text, by, submission.submittedVersion(), clock.instant()));
    }

    void decided(Submission submission, RecordedDecision decision) {
        var key = "decision-" + decision.id();
        var phase = decision.phase().label();
        switch (decision.outcome()) {
            case APPROVE ->
                note(submission, key, decision.phase() + "_PASSED", phase + " was passed.", decision.decidedBy());
            case RETURN ->
                note(submission, key, "ISSUES_SENT", phase + " found issues; they were sent.", decision.decidedBy());
            case REJECT ->
                note(
                        submission,
                        key,
                        "REJECTED",
                        "The submission was rejected: " + decision.note(),
                        decision.decidedBy());
        }
    }

    String nameOf(AccountId account) {
        return accounts.get(account).displayName();
    }
}
