package dev.oin.workflow;

import dev.oin.mail.MailId;
import dev.oin.mail.MailQueue;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Mails as instances of the model {@code mailDelivery}. */
@Component
class MailQueueInEngine implements MailQueue {

    private final RuntimeService runtime;

    MailQueueInEngine(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void enqueue(MailId mail) {
        runtime.startProcessInstanceByKey("mailDelivery", mail.toString());
    }
}
