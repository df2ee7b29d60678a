package dev.oin.workflow;

import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewMails;
import dev.oin.review.ReviewPhase;
import dev.oin.review.ReviewSteps;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks around the team's reviews; each method is named for its element. */
@Configuration(proxyBeanMethods = false)
class ReviewTaskSteps {

    @Bean
    JavaDelegate queueForInitialReview(ReviewSteps steps) {
        return execution -> queue(execution, steps, ReviewPhase.INITIAL);
    }

    @Bean
    JavaDelegate sendReviewQueued(ReviewMails mails) {
        return execution -> mails.sendReviewQueued(Variable.submission(execution));
    }

    @Bean
    JavaDelegate queueForCatalogReview(ReviewSteps steps, ReviewMails mails) {
        return execution -> {
            queue(execution, steps, ReviewPhase.CATALOG);
            mails.sendReviewQueued(Variable.submission(execution));
        };
    }

    @Bean
    JavaDelegate recordInitialReview(ReviewSteps steps) {
        return execution -> record(execution, steps, ReviewPhase.INITIAL);
    }

    @Bean
    JavaDelegate recordCatalogReview(ReviewSteps steps) {
        return execution -> record(execution, steps, ReviewPhase.CATALOG);
    }

    @Bean
    JavaDelegate sendReviewPassed(ReviewSteps steps, ReviewMails mails) {
        return execution -> {
            Variable.PHASE.set(execution, ReviewPhase.QA.name());
            queue(execution, steps, ReviewPhase.QA);
            mails.sendReviewPassed(Variable.submission(execution));
        };
    }

    @Bean
    JavaDelegate escalateOverdueReview(ReviewMails mails) {
        return execution -> mails.sendOverdue(Variable.submission(execution));
    }

    @Bean
    JavaDelegate escalateOverdueCatalogReview(ReviewMails mails) {
        return execution -> mails.sendOverdue(Variable.submission(execution));
    }

    static void queue(DelegateExecution execution, ReviewSteps steps, ReviewPhase phase) {
        SubmissionId submission = Variable.submission(execution);
        Variable.REVIEW_DEADLINE.set(execution, Date.from(steps.queue(submission, phase)));
    }

    private static void record(DelegateExecution execution, ReviewSteps steps, ReviewPhase phase) {
        var outcome = steps.recordDecision(Variable.submission(execution), phase);
        Variable.REVIEW_OUTCOME.set(execution, outcome.name());
    }
}
