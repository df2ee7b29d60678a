package dev.oin.web.security;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody's mails, as they came out of the product, the newest first. */
record Letterbox(JdbcClient client) {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    /** Subject and words of each mail to the address, once all have been delivered. */
    List<String> of(String email) {
        var who = email.toLowerCase(Locale.ROOT);
        Awaitility.await()
                .until(() ->
                        client.sql("select count(*) from mail_outbox where :who = any (recipients) and state <> 'SENT'")
                                        .param("who", who)
                                        .query(Integer.class)
                                        .single()
                                == 0);
        return client.sql(
                        "select subject || ': ' || text from mail_caught where :who = any (recipients) order by caught_at desc")
                .param("who", who)
                .query(String.class)
                .list();
    }

    /** The path of the link in the newest mail to the address. */
    String linkTo(String email) {
        var newest = of(email).getFirst();
        var link = LINK.matcher(newest);
        if (!link.find()) {
            throw new AssertionError("No link in " + newest);
        }
        return link.group(1);
    }
}
