package dev.oin.mail;

import dev.oin.kernel.RecurringWork;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Reads what other servers report of mails that ours had taken, where a mailbox for that is configured. */
@Component
@ConditionalOnExpression("!'${oin.mail.bounces.host:}'.isBlank()")
class TakeInBounces implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(TakeInBounces.class);

    private final BounceMailbox mailbox;
    private final ReadReport reports;
    private final ReportRows rows;
    private final Duration pause;

    TakeInBounces(MailProperties properties, ReportRows rows) {
        this.mailbox = new BounceMailbox(properties.bounces());
        this.reports = new ReadReport(properties.domain());
        this.rows = rows;
        this.pause = properties.bounces().poll();
    }

    @Override
    public String what() {
        return "Reading bounces";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public void run() {
        try {
            mailbox.empty(this::take);
        } catch (MessagingException | IOException away) {
            LOG.warn("The mailbox for bounces cannot be read, to be tried again in {}: {}", pause, away.getMessage());
        }
    }

    private void take(MimeMessage message) {
        read(message).ifPresent(this::keep);
    }

    /** Anybody can write to the mailbox: no message, however broken, may stop those behind it. */
    private Optional<DeliveryReport> read(MimeMessage message) {
        try {
            return reports.read(message);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            LOG.info("A message in the mailbox for bounces cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void keep(DeliveryReport report) {
        var kept = rows.keep(report);
        if (kept > 0) {
            LOG.info("A server reports on mail {} for {} of its readers", report.mail(), kept);
        } else {
            LOG.info("A report names mail {}, or readers of it, that we do not know", report.mail());
        }
    }
}
