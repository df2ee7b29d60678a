package dev.oin.review;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shares reviews out: to one analyst, or each to whoever holds least, is here, and is not of the submitting organisation. */
@Component
public class BalanceReviews {

    private final Accounts accounts;
    private final Absences absences;
    private final QueueRows queue;
    private final ClaimReview claim;
    private final Submissions submissions;
    private final Clock clock;

    BalanceReviews(
            Accounts accounts,
            Absences absences,
            QueueRows queue,
            ClaimReview claim,
            Submissions submissions,
            Clock clock) {
        this.accounts = accounts;
        this.absences = absences;
        this.queue = queue;
        this.claim = claim;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** What each analyst holds, by name. */
    @Transactional(readOnly = true)
    public List<Load> loads() {
        var away = absences.today();
        var held = queue.held(clock.instant());
        return accounts.staff().stream()
                .filter(account -> !account.disabled() && account.asCaller().isAnalyst())
                .map(account -> {
                    var load = held.getOrDefault(account.id(), QueueRows.Held.NOTHING);
                    return new Load(account, load.open(), load.late(), away.get(account.id()));
                })
                .toList();
    }

    /** Takes the reviews, as many as are free. */
    @Transactional
    public Shared claim(List<SubmissionId> reviews, Caller caller) {
        var refusals = new ArrayList<String>();
        int done = 0;
        for (var review : reviews) {
            done += count(claim.claim(review, caller), refusals);
        }
        return new Shared(done, refusals);
    }

    /** Gives the reviews to the analyst, or where none is named to whoever has least to do. */
    @Transactional
    public Shared assign(List<SubmissionId> reviews, @Nullable String email, Caller caller) {
        var refusals = new ArrayList<String>();
        var given = new HashMap<AccountId, Integer>();
        var loads = loads();
        int done = 0;
        for (var review : reviews) {
            var to = email == null || email.isBlank()
                    ? leastLoaded(review, loads, given).map(Account::email)
                    : Optional.of(email);
            if (to.isEmpty()) {
                refusals.add("Nobody is here who may review it.");
                continue;
            }
            var answer = claim.assign(review, to.get(), caller);
            done += count(answer, refusals);
            if (answer instanceof DeskAnswer.Done) {
                accounts.findByEmail(to.get()).ifPresent(account -> given.merge(account.id(), 1, Integer::sum));
            }
        }
        return new Shared(done, refusals);
    }

    private Optional<Account> leastLoaded(SubmissionId review, List<Load> loads, Map<AccountId, Integer> given) {
        var organization = submissions.find(review).map(submission -> submission.organization());
        return loads.stream()
                .filter(load -> load.awayUntil() == null)
                .filter(load -> organization
                        .filter(own -> !load.analyst().asCaller().belongsTo(own))
                        .isPresent())
                .min(Comparator.comparingInt((Load load) ->
                                load.open() + given.getOrDefault(load.analyst().id(), 0))
                        .thenComparing(Load::late)
                        .thenComparing(load -> load.analyst().displayName()))
                .map(Load::analyst);
    }

    private static int count(DeskAnswer answer, List<String> refusals) {
        switch (answer) {
            case DeskAnswer.Done() -> {
                return 1;
            }
            case DeskAnswer.Forbidden(var because) -> refusals.add(because);
            case DeskAnswer.Unacceptable(var field, var rule, var because) -> refusals.add(because);
            case DeskAnswer.Conflict(var because) -> refusals.add(because);
            case DeskAnswer.Unknown() -> refusals.add("There is no such review.");
        }
        return 0;
    }

    /**
     * What an analyst has to do.
     *
     * @param awayUntil the last day of an absence that has begun; null where they are here
     */
    public record Load(
            Account analyst, int open, int late, @Nullable LocalDate awayUntil) {}

    /** How many reviews moved, and why the others did not. */
    public record Shared(int done, List<String> refusals) {

        public Shared {
            refusals = List.copyOf(refusals);
        }
    }
}
