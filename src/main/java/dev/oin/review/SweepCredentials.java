package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes the test credentials of submissions that were withdrawn and not submitted again (review-process 6), with a warning a week before. */
@Component
class SweepCredentials {

    private static final Duration WARNING = Duration.ofDays(7);

    private final CredentialRows rows;
    private final Submissions submissions;
    private final ReviewSteps steps;
    private final ReviewMails mails;
    private final TransactionOperations transactions;
    private final Clock clock;

    SweepCredentials(
            CredentialRows rows,
            Submissions submissions,
            ReviewSteps steps,
            ReviewMails mails,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.submissions = submissions;
        this.steps = steps;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    void sweepDue() {
        var now = clock.instant();
        var soon = now.plus(WARNING);
        rows.toWarn(soon).forEach(id -> ifStillDue(id, soon, this::warn));
        rows.toSweep(now).forEach(id -> ifStillDue(id, now, this::delete));
    }

    /** It may have been submitted again since it was listed. */
    private void ifStillDue(SubmissionId id, Instant by, Consumer<SubmissionId> what) {
        transactions.executeWithoutResult(open -> {
            if (rows.holdSweep(id, by)) {
                what.accept(id);
            }
        });
    }

    private void warn(SubmissionId id) {
        if (submissions.find(id).isPresent()) {
            mails.sendCredentialReminder(id);
        }
        rows.warned(id, clock.instant());
    }

    private void delete(SubmissionId id) {
        if (submissions.find(id).isEmpty()) {
            rows.done(id, clock.instant());
            return;
        }
        steps.deleteTestCredentials(id);
        mails.sendCredentialsDeleted(id);
    }
}
