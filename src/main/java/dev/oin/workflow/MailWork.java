package dev.oin.workflow;

import dev.oin.mail.DeliverMail;
import dev.oin.mail.MailId;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** The outbox's way to the mail server. */
@Component
class MailWork implements ExternalWork {

    static final String TOPIC = "deliverMail";
    private static final int SLOTS = 4;

    private final DeliverMail mails;

    MailWork(DeliverMail mails) {
        this.mails = mails;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public int slots() {
        return SLOTS;
    }

    @Override
    public Ending perform(LockedExternalTask task) {
        var mail = MailId.of(task.getBusinessKey());
        mails.send(mail);
        return new Ending.Done(Map.of(), () -> mails.markSent(mail));
    }
}
