package dev.oin.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailbox into which servers report; what was read is deleted there, and what is too large is deleted unread. */
final class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int AT_ONCE = 200;
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final MailProperties.Bounces properties;
    private final Session session;

    BounceMailbox(MailProperties.Bounces properties) {
        this.properties = properties;
        this.session = Session.getInstance(settings(properties.protocol().scheme()));
    }

    private static Properties settings(String scheme) {
        var settings = new Properties();
        var prefix = "mail." + scheme + ".";
        settings.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        settings.setProperty(prefix + "timeout", ANSWER_MILLIS);
        settings.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "starttls.enable", "true");
        return settings;
    }

    /** Hands over what is there, the oldest first; each message is deleted once it was taken. */
    void empty(Consumer<MimeMessage> taken) throws MessagingException, IOException {
        try (var store = session.getStore(properties.protocol().scheme())) {
            store.connect(properties.host(), properties.port(), properties.user(), properties.password());
            try (var folder = store.getFolder(properties.folder())) {
                folder.open(Folder.READ_WRITE);
                var all = folder.getMessageCount();
                for (int number = 1; number <= Math.min(all, AT_ONCE); number++) {
                    var message = folder.getMessage(number);
                    hand(message, taken);
                    message.setFlag(Flags.Flag.DELETED, true);
                }
            }
        }
    }

    private void hand(Message message, Consumer<MimeMessage> taken) throws MessagingException, IOException {
        if (message.getSize() > properties.largest().toBytes()) {
            LOG.warn("A message of {} bytes in the mailbox for bounces is deleted unread", message.getSize());
            return;
        }
        var source = new ByteArrayOutputStream();
        message.writeTo(source);
        taken.accept(new MimeMessage(session, new ByteArrayInputStream(source.toByteArray())));
    }
}
