package dev.oin.workflow;

import dev.oin.review.ReviewDesk;
import dev.oin.review.ReviewPhase;
import dev.oin.review.ReviewSteps;
import dev.oin.sandbox.HoldInstances;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of QA; each method is named for its element. */
@Configuration(proxyBeanMethods = false)
class QaSteps {

    @Bean
    JavaDelegate prepareQa(QaRuns runs, HoldInstances instances) {
        return execution -> {
            var submission = Variable.submission(execution);
            instances.hold(submission);
            Variable.SSO_APPLIES.set(execution, runs.needed(submission, QaRuns.Part.SSO));
            Variable.SCIM_APPLIES.set(execution, runs.needed(submission, QaRuns.Part.SCIM));
            Variable.LOGOUT_APPLIES.set(execution, runs.needed(submission, QaRuns.Part.LOGOUT));
        };
    }

    @Bean
    JavaDelegate summariseChecks(ReviewSteps steps) {
        return execution -> steps.summariseChecks(Variable.submission(execution));
    }

    @Bean
    JavaDelegate recordQaDecision(ReviewSteps steps) {
        return execution -> {
            var phase = ReviewPhase.valueOf(Variable.PHASE.in(execution));
            var outcome = steps.recordDecision(Variable.submission(execution), phase);
            Variable.QA_OUTCOME.set(execution, qaOutcome(outcome));
        };
    }

    private static String qaOutcome(ReviewDesk.Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "PASSED";
            case RETURN -> "FAILED";
            case REJECT -> "REJECTED";
        };
    }
}
