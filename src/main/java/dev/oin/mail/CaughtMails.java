package dev.oin.mail;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reached the demo's own mail server, across restarts, each Message-ID once; a bean in the demo only. */
public class CaughtMails {

    private static final RowMapper<CaughtMail> MAIL = (row, number) -> new CaughtMail(
            row.getString("message_id"),
            row.getTimestamp("caught_at").toInstant(),
            row.getString("sender"),
            List.of((String[]) row.getArray("recipients").getArray()),
            row.getString("subject"),
            row.getString("text"),
            row.getString("html"),
            row.getString("source"));

    private final JdbcClient client;

    CaughtMails(JdbcClient client) {
        this.client = client;
    }

    /** The latest mails first. */
    public List<CaughtMail> latest(int most) {
        return client.sql("select * from mail_caught order by caught_at desc limit ?")
                .param(most)
                .query(MAIL)
                .list();
    }

    /** One of them. */
    public Optional<CaughtMail> find(String messageId) {
        return client.sql("select * from mail_caught where message_id = ?")
                .param(messageId)
                .query(MAIL)
                .optional();
    }

    void keep(CaughtMail mail) {
        client.sql("insert into mail_caught (message_id, caught_at, sender, recipients, subject, text, html, source)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (message_id) do nothing")
                .params(
                        mail.messageId(),
                        java.sql.Timestamp.from(mail.caughtAt()),
                        mail.from(),
                        mail.to().toArray(String[]::new),
                        mail.subject(),
                        mail.text(),
                        mail.html(),
                        mail.source())
                .update();
    }
}
