package dev.oin.review;

import dev.oin.account.Caller;
import dev.oin.checks.Suite;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a required check fail until a date, with four eyes: a reviewer asks for it with the reason, a lead who is somebody else confirms. */
@Component
public class WaiveCheck {

    private static final int REASON_LIMIT = 1000;
    private static final int SHOWN = 40;
    private static final Period LONGEST = Period.ofYears(10);

    private final Submissions submissions;
    private final WaiverRows waivers;
    private final List<Suite> suites;
    private final Chronicle chronicle;
    private final Ids ids;
    private final Clock clock;

    WaiveCheck(
            Submissions submissions,
            WaiverRows waivers,
            List<Suite> suites,
            Chronicle chronicle,
            Ids ids,
            Clock clock) {
        this.submissions = submissions;
        this.waivers = waivers;
        this.suites = List.copyOf(suites);
        this.chronicle = chronicle;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for the waiver. */
    @Transactional
    public DeskAnswer waive(SubmissionId id, String check, String reason, LocalDate until, Caller caller) {
        return asReviewer(id, caller, submission -> {
            var now = clock.instant();
            var fault = fault(check, reason, until, LocalDate.ofInstant(now, ZoneOffset.UTC));
            if (fault.isPresent()) {
                return fault.get();
            }
            if (waivers.of(id).stream()
                    .anyMatch(waiver -> waiver.isProposed() && waiver.check().equals(check))) {
                return new DeskAnswer.Conflict("A waiver of %s waits for a lead already.".formatted(check));
            }
            waivers.add(new Waiver(ids.next(), id, check, reason, until, caller.account(), now, null));
            return new DeskAnswer.Done();
        });
    }

    private Optional<DeskAnswer> fault(String check, String reason, LocalDate until, LocalDate today) {
        if (!isKnown(check)) {
            return Optional.of(new DeskAnswer.Unacceptable(
                    "check",
                    "check.known",
                    "There is no check \"%s\". Name one by its id, such as SPEC-01.1; the page Checks lists them all."
                            .formatted(check.substring(0, Math.min(check.length(), SHOWN)))));
        }
        if (reason.isBlank() || reason.length() > REASON_LIMIT) {
            return Optional.of(new DeskAnswer.Unacceptable("reason", "Give the reason in at most 1000 characters."));
        }
        return until.isBefore(today) || until.isAfter(today.plus(LONGEST))
                ? Optional.of(new DeskAnswer.Unacceptable(
                        "until", "until.future", "Choose a day to come, at most ten years ahead."))
                : Optional.empty();
    }

    private boolean isKnown(String check) {
        return suites.stream()
                .flatMap(suite -> suite.checks().stream())
                .anyMatch(known -> known.id().value().equals(check));
    }

    /** Another lead agrees: the waiver counts from now on. */
    @Transactional
    public DeskAnswer confirm(SubmissionId id, UUID waiver, Caller caller) {
        return asReviewer(id, caller, submission -> {
            if (!caller.isLead()) {
                return new DeskAnswer.Forbidden("A lead confirms a waiver.");
            }
            return waivers.of(id).stream()
                    .filter(one -> one.id().equals(waiver) && one.isProposed())
                    .findFirst()
                    .map(one -> confirm(submission, one, caller))
                    .orElseGet(DeskAnswer.Unknown::new);
        });
    }

    private DeskAnswer confirm(Submission submission, Waiver waiver, Caller caller) {
        if (waiver.waivedBy().equals(caller.account())) {
            return new DeskAnswer.Conflict("Four eyes: another lead confirms what you asked for.");
        }
        waivers.confirm(waiver, caller.account(), clock.instant());
        chronicle.note(
                submission,
                "waiver-" + waiver.id(),
                "CHECK_WAIVED",
                "%s was waived until %s: %s".formatted(waiver.check(), waiver.until(), waiver.reason()),
                caller.account());
        return new DeskAnswer.Done();
    }

    /** A lead, or who asked for it, takes it back. */
    @Transactional
    public DeskAnswer withdraw(SubmissionId id, UUID waiver, Caller caller) {
        return asReviewer(
                id,
                caller,
                submission -> waivers.of(id).stream()
                        .filter(one -> one.id().equals(waiver))
                        .filter(one -> caller.isLead()
                                || (one.isProposed() && one.waivedBy().equals(caller.account())))
                        .findFirst()
                        .<DeskAnswer>map(one -> {
                            waivers.withdraw(one, clock.instant());
                            if (!one.isProposed()) {
                                chronicle.note(
                                        submission,
                                        "waiver-ended-" + one.id(),
                                        "WAIVER_ENDED",
                                        "The waiver of %s was taken back.".formatted(one.check()),
                                        caller.account());
                            }
                            return new DeskAnswer.Done();
                        })
                        .orElseGet(DeskAnswer.Unknown::new));
    }

    private DeskAnswer asReviewer(SubmissionId id, Caller caller, Function<Submission, DeskAnswer> move) {
        var found = submissions.find(id);
        return found.<DeskAnswer>map(
                        submission -> DeskRules.refusal(caller, submission).orElseGet(() -> move.apply(submission)))
                .orElseGet(DeskAnswer.Unknown::new);
    }

    /** The submission's waivers, confirmed or waiting. */
    public List<Waiver> of(SubmissionId submission) {
        return waivers.of(submission);
    }
}
