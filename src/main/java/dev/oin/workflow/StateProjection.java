package dev.oin.workflow;

import dev.oin.insight.FlowLog;
import dev.oin.review.ReviewPhase;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Writes where the token is onto the submission and into the managers' tables, so that lists need no engine query. */
@Component
class StateProjection implements ExecutionListener {

    private final MoveSubmission move;
    private final Submissions submissions;
    private final FlowLog flow;
    private final Clock clock;

    StateProjection(MoveSubmission move, Submissions submissions, FlowLog flow, Clock clock) {
        this.move = move;
        this.submissions = submissions;
        this.flow = flow;
        this.clock = clock;
    }

    /** Whether entering (or, where the work is done only then, leaving) the element changes the state. */
    static boolean concerns(String element, String event) {
        return switch (element) {
            case "queueForInitialReview",
                    "initialReview",
                    "queueForCatalogReview",
                    "catalogReview",
                    "qaTesting",
                    "resolveIssues",
                    "checkBeforePublication",
                    "sendRejected" -> event.equals(EVENTNAME_START);
            case "publishIntegration", "reviewWithdrawn" -> event.equals(EVENTNAME_END);
            default -> false;
        };
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            var id = Variable.submission(execution);
            var state = state(execution);
            move.into(id, state);
            flow.reached(
                    FlowProjection.subject(submissions.get(id)),
                    state.name(),
                    state.waitsFor().name(),
                    clock.instant());
        }
    }

    private static SubmissionState state(DelegateExecution execution) {
        return switch (execution.getCurrentActivityId()) {
            case "queueForInitialReview", "initialReview" -> SubmissionState.INITIAL_REVIEW;
            case "queueForCatalogReview", "catalogReview" -> SubmissionState.CATALOG_REVIEW;
            case "qaTesting" -> phase(execution, Variable.PHASE).state();
            case "resolveIssues" -> phase(execution, Variable.RAISED_IN).returnedState();
            case "checkBeforePublication" -> SubmissionState.PUBLISHING;
            case "publishIntegration" -> SubmissionState.PUBLISHED;
            case "reviewWithdrawn" -> SubmissionState.WITHDRAWN;
            case "sendRejected" -> SubmissionState.REJECTED;
            case String other -> throw new IllegalStateException("No state belongs to " + other);
        };
    }

    private static ReviewPhase phase(DelegateExecution execution, Variable<String> variable) {
        return ReviewPhase.valueOf(variable.in(execution));
    }
}
