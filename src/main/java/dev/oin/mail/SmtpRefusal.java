package dev.oin.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * What became of a mail's readers when its delivery failed (RFC 5321 section 4.2.1: 5yz is for good, 4yz for now).
 *
 * @param reached those that the server took the mail for
 * @param bounced those that it refused for good, with its words
 * @param told what the server said, or what kept us from asking it
 */
record SmtpRefusal(Set<String> reached, Map<String, String> bounced, String told) {

    private static final int FIRST_REFUSAL = 400;

    static SmtpRefusal of(Exception failure, List<String> readers) {
        var reached = new LinkedHashSet<String>();
        var bounced = new LinkedHashMap<String, String>();
        var said = new LinkedHashSet<String>();
        var open = new ArrayDeque<Exception>();
        open.add(failure);
        while (!open.isEmpty()) {
            var one = open.remove();
            if (one instanceof MailSendException several) {
                open.addAll(Arrays.asList(several.getMessageExceptions()));
            }
            if (one instanceof SendFailedException partly) {
                reached.addAll(texts(partly.getValidSentAddresses()));
            }
            if (one instanceof SMTPAddressFailedException refused) {
                said.add(message(refused));
                if (isForGood(refused.getReturnCode())) {
                    bounced.put(refused.getAddress().getAddress(), message(refused));
                }
            }
            if (one instanceof SMTPSendFailedException refused && refused.getReturnCode() >= FIRST_REFUSAL) {
                said.add(message(refused));
                if (isForGood(refused.getReturnCode())) {
                    readers.forEach(reader -> bounced.putIfAbsent(reader, message(refused)));
                }
            }
            if (one instanceof MessagingException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
        }
        reached.forEach(bounced::remove);
        return new SmtpRefusal(reached, bounced, said.isEmpty() ? obstacle(failure) : String.join("; ", said));
    }

    /** Those that are still to be tried. */
    List<String> left(List<String> readers) {
        return readers.stream()
                .filter(reader -> !reached.contains(reader) && !bounced.containsKey(reader))
                .toList();
    }

    String words() {
        return String.join("; ", bounced.values());
    }

    /** In the words of whatever lies behind the exceptions, not in theirs. */
    private static String obstacle(Exception failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return "The mail server cannot be used now: " + message(last);
    }

    private static boolean isForGood(int code) {
        return code >= 500 && code < 600;
    }

    private static String message(Throwable refused) {
        return String.valueOf(refused.getMessage()).strip();
    }

    private static List<String> texts(Address @Nullable [] addresses) {
        return Stream.of(addresses == null ? new Address[0] : addresses)
                .map(address -> address instanceof InternetAddress mail ? mail.getAddress() : address.toString())
                .toList();
    }
}
