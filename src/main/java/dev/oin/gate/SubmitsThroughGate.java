package dev.oin.gate;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.HandIn;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Judges, freezes, records and moves, or does nothing at all. */
@Component
class SubmitsThroughGate implements SubmitIntegration {

    private final Submissions submissions;
    private final EvaluatesByRules gate;
    private final Certifications certifications;
    private final HandIn handIn;
    private final Timeline timeline;
    private final SubmitPort process;
    private final Clock clock;

    SubmitsThroughGate(
            Submissions submissions,
            EvaluatesByRules gate,
            Certifications certifications,
            HandIn handIn,
            Timeline timeline,
            SubmitPort process,
            Clock clock) {
        this.submissions = submissions;
        this.gate = gate;
        this.certifications = certifications;
        this.handIn = handIn;
        this.timeline = timeline;
        this.process = process;
        this.clock = clock;
    }

    @Override
    @Transactional
    public SubmitOutcome submit(SubmissionId id, long revision, boolean certified, Caller caller) {
        var found = Optional.ofNullable(caller.organization()).flatMap(owner -> submissions.find(id, owner));
        if (found.isEmpty()) {
            return new SubmitOutcome.Unknown();
        }
        var submission = found.get();
        if (submission.revision() != revision) {
            return new SubmitOutcome.Stale(submission);
        }
        if (certified && caller.mayTestAndSubmit()) {
            certifications.certify(submission, caller.account());
        }
        var judged = gate.judge(submission, caller);
        return judged.isOpen() ? move(submission, caller) : new SubmitOutcome.Closed(judged);
    }

    private SubmitOutcome move(Submission submission, Caller caller) {
        var version = handIn.handIn(submission.id(), caller.account());
        if (!process.submit(submission.id(), caller.account())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new SubmitOutcome.Closed(gate.judge(submissions.get(submission.id()), caller));
        }
        var submitted = submissions.get(submission.id());
        timeline.record(new Timeline.Event(
                submission.id(),
                "submitted-" + submitted.round(),
                "SUBMITTED",
                "Version %d was submitted.".formatted(version.number()),
                caller.account(),
                version.number(),
                clock.instant()));
        return new SubmitOutcome.Submitted(submitted);
    }
}
