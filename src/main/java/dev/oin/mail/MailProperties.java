package dev.oin.mail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How mails go out; the SMTP server itself is {@code spring.mail.*}.
 *
 * @param from the sender, its domain also that of the message ids
 * @param fromName the sender's name
 * @param poll how often the outbox is looked at, besides right after something was put in
 * @param lease how long a node may take to deliver one mail before another node takes it
 * @param retries the waits between attempts; after the last one the mail is given up and shown to the operator
 * @param bounces where other servers report what became of mails that ours had taken
 */
@ConfigurationProperties("oin.mail")
public record MailProperties(
        @DefaultValue("oin@localhost") String from,
        @DefaultValue("The OIN team") String fromName,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue({"30s", "2m", "10m", "30m", "2h"}) List<Duration> retries,
        @DefaultValue Bounces bounces) {

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /**
     * A mailbox of its own, to which the envelope's sender ({@code spring.mail.properties.mail.smtp.from}) points.
     *
     * @param host its server; none where bounces are not read
     * @param port 0 for the protocol's usual one
     * @param largest what is larger is deleted unread
     */
    public record Bounces(
            @DefaultValue("") String host,
            @DefaultValue("IMAPS") MailboxProtocol protocol,
            @DefaultValue("0") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("1m") Duration poll,
            @DefaultValue("1MB") DataSize largest) {

        public Bounces {
            port = port == 0 ? -1 : port;
        }

        @Override
        public String toString() {
            return "Bounces[%s@%s]".formatted(user, host);
        }
    }

    /** How the mailbox is read. */
    public enum MailboxProtocol {
        IMAP,
        IMAPS,
        POP3,
        POP3S;

        String scheme() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
