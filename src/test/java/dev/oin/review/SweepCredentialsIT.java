package dev.oin.review;

import static dev.oin.review.SubmissionBuilder.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.oin.submission.SubmissionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class SweepCredentialsIT {

    private final Desk desk =
            new Desk(aSubmission().in(SubmissionState.WITHDRAWN).build());

    @Test
    void a_withdrawn_submissions_credentials_go_after_thirty_days_with_a_warning_a_week_before() {
        desk.steps.withdrawn(desk.id());

        after(Duration.ofDays(23).minusSeconds(1));
        assertThat(desk.mails).isEmpty();
        after(Duration.ofDays(23));
        after(Duration.ofDays(24));
        assertThat(desk.mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.key()).startsWith("M6b/isv/"));
        verify(desk.testCredentials, never()).delete(desk.id());
        after(Duration.ofDays(30));
        after(Duration.ofDays(31));

        verify(desk.testCredentials, times(1)).delete(desk.id());
        assertThat(desk.mails).hasSize(2);
        assertThat(desk.mails.getLast().text()).contains("were deleted");
    }

    @Test
    void submitted_again_in_time_it_keeps_them() {
        desk.steps.withdrawn(desk.id());
        desk.open(ReviewPhase.INITIAL);

        after(Duration.ofDays(31));

        verify(desk.testCredentials, never()).delete(desk.id());
        assertThat(desk.mails).isEmpty();
    }

    @Test
    void submitted_again_while_a_sweep_is_under_way_it_keeps_them() {
        desk.steps.withdrawn(desk.id());
        var between = new TransactionOperations() {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> step) {
                desk.open(ReviewPhase.INITIAL);
                return TransactionOperations.withoutTransaction().execute(step);
            }
        };

        sweepAt(Desk.NOW.plus(Duration.ofDays(30)), between).sweepDue();

        verify(desk.testCredentials, never()).delete(desk.id());
        assertThat(desk.mails).isEmpty();
    }

    private void after(Duration time) {
        sweepAt(Desk.NOW.plus(time), TransactionOperations.withoutTransaction()).sweepDue();
    }

    private SweepCredentials sweepAt(Instant now, TransactionOperations transactions) {
        return new SweepCredentials(
                desk.credentials,
                desk.submissions,
                desk.steps,
                desk.reviewMails,
                transactions,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
