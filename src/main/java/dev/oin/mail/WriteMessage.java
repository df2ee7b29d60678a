package dev.oin.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Turns a mail into a message whose id never changes between attempts and whose references make one conversation of a thread (RFC 5322 section 3.6.4). */
@Component
class WriteMessage {

    private final MailProperties properties;

    WriteMessage(MailProperties properties) {
        this.properties = properties;
    }

    MimeMessage message(MimeMessage message, OutgoingMail mail) throws MessagingException {
        var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        try {
            parts.setFrom(properties.from(), properties.fromName());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        parts.setTo(mail.to().toArray(String[]::new));
        parts.setSubject(mail.subject());
        parts.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", messageId(mail));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("References", references(mail));
        message.setHeader(
                "In-Reply-To",
                mail.earlier().isEmpty() ? root(mail) : mail.earlier().getLast());
        return message;
    }

    String messageId(OutgoingMail mail) {
        return '<' + mail.id().toString() + '@' + properties.domain() + '>';
    }

    private String references(OutgoingMail mail) {
        return Stream.concat(Stream.of(root(mail)), mail.earlier().stream()).collect(Collectors.joining("\r\n "));
    }

    private String root(OutgoingMail mail) {
        return "<thread." + mail.thread().replaceAll("[^A-Za-z0-9.-]", "-") + '@' + properties.domain() + '>';
    }
}
