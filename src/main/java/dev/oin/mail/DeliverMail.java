package dev.oin.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands the outbox's mails to the SMTP server, each outside any transaction, and records what became of it. Any number of nodes may do so at once. */
@Component
public class DeliverMail {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverMail.class);

    private final OutboxRows rows;
    private final JavaMailSender sender;
    private final WriteMessage write;
    private final MailProperties properties;

    DeliverMail(OutboxRows rows, JavaMailSender sender, WriteMessage write, MailProperties properties) {
        this.rows = rows;
        this.sender = sender;
        this.write = write;
        this.properties = properties;
    }

    /** Delivers what is due; says how many mails the server took. */
    public int deliverDue() {
        int delivered = 0;
        for (var mail = take(); mail.isPresent(); mail = take()) {
            delivered += deliver(mail.get()) ? 1 : 0;
        }
        return delivered;
    }

    private Optional<OutgoingMail> take() {
        return rows.take(properties.lease());
    }

    private boolean deliver(OutgoingMail mail) {
        try {
            sender.send(write.message(sender.createMimeMessage(), mail));
        } catch (MailException | MessagingException refused) {
            failed(mail, refused);
            return false;
        }
        rows.sent(mail.id(), write.messageId(mail));
        LOG.info("Delivered mail {}", mail.id());
        return true;
    }

    private void failed(OutgoingMail mail, Exception refused) {
        var refusal = SmtpRefusal.of(refused, mail.to());
        var left = refusal.left(mail.to());
        if (!refusal.bounced().isEmpty()) {
            rows.bounced(mail.id(), refusal.bounced().keySet(), refusal.words());
            LOG.warn(
                    "Mail {} was refused for good for {} of its readers",
                    mail.id(),
                    refusal.bounced().size());
        }
        if (!left.isEmpty()) {
            tryAgain(mail, left, refusal.told());
        } else if (refusal.bounced().size() < mail.to().size()) {
            rows.sent(mail.id(), write.messageId(mail));
        } else {
            rows.failed(mail.id(), null, refusal.words());
        }
    }

    private void tryAgain(OutgoingMail mail, List<String> left, String because) {
        var again = waitAfter(mail.attempt());
        LOG.warn("Mail {} was not delivered at attempt {}: {}", mail.id(), mail.attempt(), because);
        rows.narrow(mail.id(), left);
        rows.failed(mail.id(), again, because);
        if (again == null) {
            LOG.error("Mail {} is given up; an operator can send it again", mail.id());
        }
    }

    private @Nullable Duration waitAfter(int attempt) {
        return attempt > properties.retries().size()
                ? null
                : properties.retries().get(attempt - 1);
    }
}
