package dev.oin.mail;

import java.util.List;

/**
 * A finished mail: whoever writes it has chosen the words.
 *
 * @param key what it tells of, such as {@code M2/<transition>}; a second mail with the same key is never sent
 * @param thread what it belongs to, such as the submission's id; mails of one thread show as one conversation
 */
public record Mail(String key, String thread, List<String> to, String subject, String text, String html) {

    public Mail {
        to = List.copyOf(to);
        subject = subject.replaceAll("\\s+", " ").strip();
        if (to.isEmpty()) {
            throw new IllegalArgumentException("Nobody to send mail " + key + " to");
        }
    }
}
