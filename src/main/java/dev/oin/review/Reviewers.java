package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.util.Optional;

/** Who may hold a review, whichever way it comes to them (AC-11). */
public interface Reviewers {

    /** Why the review cannot be the account's; empty where it can. */
    Optional<String> refusal(SubmissionId submission, AccountId account);
}
