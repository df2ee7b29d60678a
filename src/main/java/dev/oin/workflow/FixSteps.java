package dev.oin.workflow;

import dev.oin.review.ReviewMails;
import dev.oin.review.ReviewPhase;
import dev.oin.review.ReviewSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks while the ISV resolves issues, or takes the submission back; each method is named for its element. */
@Configuration(proxyBeanMethods = false)
class FixSteps {

    @Bean
    JavaDelegate sendIssues(ReviewSteps steps, ReviewMails mails) {
        return execution -> {
            var submission = Variable.submission(execution);
            var phase = steps.raisedIn(submission)
                    .orElseThrow(() -> new IllegalStateException("No issue is open on submission " + submission));
            Variable.RAISED_IN.set(execution, phase.name());
            mails.sendIssues(submission);
        };
    }

    @Bean
    JavaDelegate sendFixReceived(ReviewSteps steps, ReviewMails mails) {
        return execution -> {
            var raisedIn = ReviewPhase.valueOf(Variable.RAISED_IN.in(execution));
            var phase = Resolution.valueOf(Variable.RESOLUTION.in(execution)).leadsTo(raisedIn);
            Variable.PHASE.set(execution, phase.name());
            ReviewTaskSteps.queue(execution, steps, phase);
            mails.sendFixReceived(Variable.submission(execution));
        };
    }

    @Bean
    JavaDelegate sendReminder(ReviewMails mails, BoundaryTimers timers) {
        return execution -> mails.sendReminder(Variable.submission(execution), timers.daysUntilWithdrawal(execution));
    }

    @Bean
    JavaDelegate sendWithdrawn(ReviewSteps steps, ReviewMails mails) {
        return execution -> {
            withdraw(execution, steps);
            mails.sendWithdrawn(Variable.submission(execution));
        };
    }

    @Bean
    JavaDelegate sendWithdrawnForSilence(ReviewSteps steps, ReviewMails mails) {
        return execution -> {
            withdraw(execution, steps);
            mails.sendSilenceWithdrawal(Variable.submission(execution));
        };
    }

    private static void withdraw(DelegateExecution execution, ReviewSteps steps) {
        steps.withdrawn(Variable.submission(execution));
        Variable.RAISED_IN.set(execution, Variable.NONE);
        Variable.PUBLICATION_OUTCOME.set(execution, Variable.NONE);
    }
}
