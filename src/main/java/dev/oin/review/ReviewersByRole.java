package dev.oin.review;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Analysts that are there, never of the submitting organisation. */
@Component
class ReviewersByRole implements Reviewers {

    private final Accounts accounts;
    private final Submissions submissions;

    ReviewersByRole(Accounts accounts, Submissions submissions) {
        this.accounts = accounts;
        this.submissions = submissions;
    }

    @Override
    public Optional<String> refusal(SubmissionId submission, AccountId account) {
        var reviewer = accounts.find(account).filter(found -> !found.disabled()).map(Account::asCaller);
        if (reviewer.isEmpty()) {
            return Optional.of("There is no analyst %s.".formatted(account));
        }
        return DeskRules.bar(reviewer.get(), submissions.get(submission));
    }
}
