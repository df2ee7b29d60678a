package dev.oin.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail taken out for delivery.
 *
 * @param attempt the number of this attempt, from 1
 * @param earlier the message ids of the thread's earlier mails, oldest first
 */
record OutgoingMail(
        UUID id,
        String thread,
        List<String> to,
        String subject,
        String text,
        String html,
        int attempt,
        List<String> earlier) {}
