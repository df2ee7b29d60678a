package dev.oin.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that reached the demo's own mail server.
 *
 * @param source the message as it came across
 */
public record CaughtMail(
        String messageId,
        Instant caughtAt,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        String source) {}
