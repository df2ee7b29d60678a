package dev.oin.mail;

import dev.oin.mail.DeliveryReport.Action;
import dev.oin.mail.DeliveryReport.Fate;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a delivery report (RFC 3462, RFC 3464). Anybody can write one: it is believed as far as it names a mail of ours, and nothing in it is followed. */
final class ReadReport {

    private static final int MOST_PARTS = 5;
    private static final int MOST_READERS = 50;
    private static final int LONGEST_WORDS = 300;
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final Pattern OUR_ID =
            Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>@\\s]+)>");
    private static final List<String> REPORTS = List.of("message/delivery-status", "message/global-delivery-status");
    private static final List<String> RETURNED =
            List.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");

    private final String domain;

    /** Reads what is about mails whose Message-IDs end in the domain. */
    ReadReport(String domain) {
        this.domain = domain;
    }

    /** The report; empty where the message is none, or about no mail of ours. */
    Optional<DeliveryReport> read(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof MimeMultipart parts)) {
            return Optional.empty();
        }
        List<Fate> fates = List.of();
        String mail = header(message.getHeader("In-Reply-To"));
        for (int index = 0; index < Math.min(parts.getCount(), MOST_PARTS); index++) {
            var part = parts.getBodyPart(index);
            if (is(part, REPORTS)) {
                fates = fates(text(part));
            } else if (is(part, RETURNED)) {
                mail = header(headers(text(part)).getHeader("Message-ID"));
            }
        }
        var found = fates;
        return found.isEmpty() ? Optional.empty() : ours(mail).map(id -> new DeliveryReport(id, found));
    }

    private Optional<UUID> ours(String messageId) {
        var id = OUR_ID.matcher(messageId);
        return id.matches() && id.group(2).equalsIgnoreCase(domain)
                ? Optional.of(UUID.fromString(id.group(1)))
                : Optional.empty();
    }

    /** The first group of fields is about the message, each further one about a reader. */
    private static List<Fate> fates(String report) throws MessagingException {
        var fates = new ArrayList<Fate>();
        var groups = BLANK_LINE.split(report.strip(), MOST_READERS + 2);
        for (int index = 1; index < Math.min(groups.length, MOST_READERS + 1); index++) {
            fate(headers(groups[index])).ifPresent(fates::add);
        }
        return fates;
    }

    private static Optional<Fate> fate(InternetHeaders fields) {
        var addresses = Stream.of("Original-Recipient", "Final-Recipient")
                .map(name -> typed(header(fields.getHeader(name))))
                .filter(address -> !address.isEmpty())
                .toList();
        return action(header(fields.getHeader("Action")))
                .filter(action -> !addresses.isEmpty())
                .map(action -> new Fate(addresses, action, words(fields), until(fields)));
    }

    private static Optional<Action> action(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(Action.FAILED);
            case "delayed" -> Optional.of(Action.DELAYED);
            case "delivered", "relayed", "expanded" -> Optional.of(Action.DELIVERED);
            default -> Optional.empty();
        };
    }

    private static String words(InternetHeaders fields) {
        var words = Stream.of(header(fields.getHeader("Status")), typed(header(fields.getHeader("Diagnostic-Code"))))
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(": "))
                .replaceAll("[\\p{Cntrl}\\s]+", " ");
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }

    private static @Nullable Instant until(InternetHeaders fields) {
        try {
            return new MailDateFormat()
                    .parse(header(fields.getHeader("Will-Retry-Until")))
                    .toInstant();
        } catch (ParseException unknown) {
            return null;
        }
    }

    /** {@code rfc822; ada@acme.test} without its type. */
    private static String typed(String field) {
        return field.substring(field.indexOf(';') + 1).strip();
    }

    private static boolean is(BodyPart part, List<String> types) throws MessagingException {
        for (var type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InternetHeaders headers(String text) throws MessagingException {
        return new InternetHeaders(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true);
    }

    private static String header(String @Nullable [] values) {
        return values == null
                ? ""
                : Arrays.stream(values).findFirst().map(String::strip).orElse("");
    }
}
