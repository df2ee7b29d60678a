package dev.oin.workflow;

import dev.oin.catalog.Publication;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewMails;
import dev.oin.review.ReviewSteps;
import dev.oin.sandbox.HoldInstances;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks from the last review to the end; each method is named for its element. */
@Configuration(proxyBeanMethods = false)
class PublicationSteps {

    /** How long the test account's password is kept after the end (review-process 6). */
    static final Duration CREDENTIALS_KEPT = Duration.ofDays(30);

    @Bean
    JavaDelegate publishIntegration(Publication publication) {
        return execution -> publication.publish(Variable.submission(execution));
    }

    @Bean
    JavaDelegate sendPublished(Closing closing, ReviewMails mails) {
        return execution -> {
            closing.close(Variable.submission(execution));
            mails.sendPublished(Variable.submission(execution));
        };
    }

    @Bean
    JavaDelegate sendRejected(Closing closing, ReviewMails mails) {
        return execution -> {
            closing.close(Variable.submission(execution));
            mails.sendRejected(Variable.submission(execution));
        };
    }

    @Bean
    JavaDelegate sendCredentialReminder(ReviewMails mails) {
        return execution -> mails.sendCredentialReminder(Variable.submission(execution));
    }

    @Bean
    JavaDelegate deleteTestCredentials(ReviewSteps steps, ReviewMails mails) {
        return execution -> {
            steps.deleteTestCredentials(Variable.submission(execution));
            mails.sendCredentialsDeleted(Variable.submission(execution));
        };
    }

    @Bean
    Closing closing(ReviewSteps steps, HoldInstances instances, Clock clock) {
        return submission -> {
            instances.release(submission);
            steps.keepCredentialsUntil(submission, clock.instant().plus(CREDENTIALS_KEPT));
        };
    }

    /** What happens to a submission that reached its end, published or rejected. */
    interface Closing {

        /** Gives the instances back and dates the end of the test credentials. */
        void close(SubmissionId submission);
    }
}
