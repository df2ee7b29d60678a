package dev.oin.mail;

import dev.oin.mail.DeliveryReport.Fate;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes onto a mail what servers report of it, once however often they do. */
@Component
class ReportRows {

    /** How long servers try where they do not say (RFC 5321 section 4.5.4.1). */
    private static final Duration TRIED = Duration.ofDays(5);

    private final JdbcClient client;
    private final Clock clock;

    ReportRows(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Keeps what the report says of the mail's own readers; says of how many. */
    @Transactional
    int keep(DeliveryReport report) {
        var readers = readers(report.mail());
        int kept = 0;
        for (var fate : report.fates()) {
            var reader = reader(readers, fate);
            if (reader.isPresent()) {
                keep(report.mail(), reader.get(), fate);
                kept++;
            }
        }
        return kept;
    }

    private List<String> readers(UUID mail) {
        return client.sql("select recipients from mail_outbox where id = ? for update")
                .param(mail)
                .query((row, number) ->
                        List.of((String[]) row.getArray("recipients").getArray()))
                .optional()
                .orElse(List.of());
    }

    private static Optional<String> reader(List<String> readers, Fate fate) {
        var known = fate.addresses().stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        return readers.stream()
                .filter(reader -> known.contains(reader.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private void keep(UUID mail, String reader, Fate fate) {
        switch (fate.action()) {
            case FAILED -> {
                arrivesNoMore(mail, reader);
                client.sql("""
                                update mail_outbox set bounced = array_append(bounced, :reader::text), failure = concat_ws('; ', failure, :words)
                                where id = :mail and :reader <> all (bounced)""")
                        .param("reader", reader)
                        .param("words", fate.words())
                        .param("mail", mail)
                        .update();
            }
            case DELAYED -> {
                var until = fate.retriedUntil() == null ? clock.instant().plus(TRIED) : fate.retriedUntil();
                client.sql("""
                                update mail_outbox set delayed = array_append(array_remove(delayed, :reader::text), :reader::text),
                                                       delay = :words, delayed_until = :until
                                where id = :mail and :reader <> all (bounced)""")
                        .param("reader", reader)
                        .param("words", fate.words())
                        .param("until", Timestamp.from(until))
                        .param("mail", mail)
                        .update();
            }
            case DELIVERED -> arrivesNoMore(mail, reader);
        }
    }

    /** It is not on its way any more. */
    private void arrivesNoMore(UUID mail, String reader) {
        client.sql("update mail_outbox set delayed = array_remove(delayed, :reader::text) where id = :mail")
                .param("reader", reader)
                .param("mail", mail)
                .update();
    }
}
