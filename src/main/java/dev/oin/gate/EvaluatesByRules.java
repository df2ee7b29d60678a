package dev.oin.gate;

import dev.oin.account.Caller;
import dev.oin.account.Callers;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the facts and judges them. */
@Component
class EvaluatesByRules implements EvaluateGate {

    private final Submissions submissions;
    private final GatherFacts facts;
    private final Callers callers;

    EvaluatesByRules(Submissions submissions, GatherFacts facts, Callers callers) {
        this.submissions = submissions;
        this.facts = facts;
        this.callers = callers;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Gate> evaluate(SubmissionId submission, Caller caller) {
        return visible(submission, caller).map(found -> judge(found, caller));
    }

    @Override
    @Transactional
    public boolean isOpenForSubmitter(SubmissionId submission) {
        var found = submissions.get(submission);
        return Optional.ofNullable(found.submittedBy())
                .flatMap(callers::find)
                .filter(submitter -> judge(found, submitter).isOpen())
                .isPresent();
    }

    Gate judge(Submission submission, Caller caller) {
        return Rules.judge(facts.of(submission, caller));
    }

    private Optional<Submission> visible(SubmissionId submission, Caller caller) {
        if (caller.isStaff()) {
            return submissions.find(submission);
        }
        return caller.organization() == null || !caller.mayView()
                ? Optional.empty()
                : submissions.find(submission, caller.organization());
    }
}
