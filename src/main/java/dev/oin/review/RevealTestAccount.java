package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import dev.oin.submission.TestCredentials;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the test account's password to the analyst who holds the review; each time is logged. */
@Component
public class RevealTestAccount {

    private final Submissions submissions;
    private final TestCredentials credentials;
    private final CredentialRows reveals;
    private final ReviewDesk desk;
    private final Clock clock;

    RevealTestAccount(
            Submissions submissions,
            TestCredentials credentials,
            CredentialRows reveals,
            ReviewDesk desk,
            Clock clock) {
        this.submissions = submissions;
        this.credentials = credentials;
        this.reveals = reveals;
        this.desk = desk;
        this.clock = clock;
    }

    /** The password; empty where there is none, or the caller does not hold the review. */
    @Transactional
    public Optional<Secret> reveal(SubmissionId id, Caller caller) {
        var mayReveal = submissions
                        .find(id)
                        .filter(submission ->
                                DeskRules.refusal(caller, submission).isEmpty())
                        .isPresent()
                && desk.taskOf(id)
                        .filter(task -> caller.account().equals(task.assignee()))
                        .isPresent();
        if (!mayReveal) {
            return Optional.empty();
        }
        var revealed = credentials.revealPassword(id, caller);
        revealed.ifPresent(secret -> reveals.revealed(id, caller.account(), clock.instant()));
        return revealed;
    }
}
