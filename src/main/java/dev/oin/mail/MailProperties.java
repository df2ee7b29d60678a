package dev.oin.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails go out; the SMTP server itself is {@code spring.mail.*}.
 *
 * @param from the sender, its domain also that of the message ids
 * @param fromName the sender's name
 * @param poll how often the outbox is looked at, besides right after something was put in
 * @param lease how long a node may take to deliver one mail before another node takes it
 * @param retries the waits between attempts; after the last one the mail is given up and shown to the operator
 */
@ConfigurationProperties("oin.mail")
public record MailProperties(
        @DefaultValue("oin@localhost") String from,
        @DefaultValue("The OIN team") String fromName,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue({"30s", "2m", "10m", "30m", "2h"}) List<Duration> retries) {

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
