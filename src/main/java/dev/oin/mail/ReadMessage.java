package dev.oin.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a message apart for showing. */
final class ReadMessage {

    private ReadMessage() {}

    static CaughtMail read(MimeMessage message, Instant at) throws MessagingException {
        try {
            var source = new ByteArrayOutputStream();
            message.writeTo(source);
            return new CaughtMail(
                    Optional.ofNullable(message.getMessageID()).orElseGet(() -> "<none." + at.toEpochMilli() + '>'),
                    at,
                    addresses(message.getFrom()).findFirst().orElse(""),
                    addresses(message.getRecipients(Message.RecipientType.TO)).toList(),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    source.toString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null ? Stream.empty() : List.of(addresses).stream().map(Object::toString);
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                var found = part(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
