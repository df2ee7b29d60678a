package dev.oin.mail;

import static dev.oin.mail.MailProperties.MailboxProtocol.IMAP;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.oin.kernel.MovableClock;
import dev.oin.storage.database.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.unit.DataSize;

/** Delivery status notifications in a mailbox of our own, as other servers write them, and as attackers would. */
class TakeInBouncesIT {

    private static final String READER = "support@acme.test";
    private static final String OTHER = "ada@acme.test";

    private final JdbcClient client = JdbcClient.create(TestDatabase.fresh());
    private final MovableClock clock = new MovableClock();
    private final OutboxRows rows = new OutboxRows(client, clock, UUID::randomUUID);
    private final Outbox outbox = new TransactionalOutbox(rows, new TroubleRows(client, clock), new MailBell());
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_POP3)
    });
    private GreenMailUser mailbox;
    private String messageId;

    @BeforeEach
    void send_a_mail() {
        server.start();
        mailbox = server.setUser("bounces@oin.example", "bounces", "secret");
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        outbox.enqueue(new Mail("M1/1", "s1", List.of(READER, OTHER), "Acme HR: submitted", "text", "<p>html</p>"));
        var properties = properties(IMAP);
        new DeliverMail(rows, sender, new WriteMessage(properties), properties).deliverDue();
        messageId = client.sql("select message_id from mail_outbox")
                .query(String.class)
                .single();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void a_permanent_failure_marks_mail_and_address_as_refused(MailProperties.MailboxProtocol protocol) {
        arrives(report(messageId, READER, "failed", "5.1.1", "550 5.1.1 no such user here"));

        read(protocol);

        assertThat(outbox.bounces("s1", 5)).singleElement().satisfies(bounce -> {
            assertThat(bounce.to()).containsExactly(READER);
            assertThat(bounce.reason()).isEqualTo("5.1.1: 550 5.1.1 no such user here");
            assertThat(bounce.fate()).isEqualTo(Outbox.Fate.REFUSED);
        });
        assertThat(left()).isZero();
    }

    @Test
    void the_same_report_twice_is_told_once() {
        arrives(report(messageId, READER, "failed", "5.1.1", "550 no such user"));
        arrives(report(messageId, READER, "failed", "5.1.1", "550 no such user"));

        read(IMAP);

        assertThat(outbox.bounces("s1", 5)).singleElement().satisfies(bounce -> {
            assertThat(bounce.to()).containsExactly(READER);
            assertThat(bounce.reason()).isEqualTo("5.1.1: 550 no such user");
        });
    }

    @Test
    void a_delay_is_shown_until_the_server_gives_up_trying() {
        arrives(report(messageId, READER, "delayed", "4.4.1", "connection timed out")
                .replace("Action: delayed", "Will-Retry-Until: Wed, 25 Nov 2026 12:00:00 +0000\r\nAction: delayed"));
        read(IMAP);
        assertThat(outbox.bounces("s1", 5)).singleElement().satisfies(bounce -> {
            assertThat(bounce.isDelayed()).isTrue();
            assertThat(bounce.to()).containsExactly(READER);
            assertThat(bounce.reason()).contains("connection timed out");
        });

        clock.forward(Duration.ofDays(2).plusSeconds(1));

        assertThat(outbox.bounces(null, 5)).isEmpty();
    }

    @Test
    void a_delay_without_an_end_is_shown_for_five_days() {
        arrives(report(messageId, READER, "delayed", "4.4.1", "connection timed out"));
        read(IMAP);

        clock.forward(Duration.ofDays(5).minusSeconds(1));
        assertThat(outbox.bounces("s1", 5)).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        assertThat(outbox.bounces("s1", 5)).isEmpty();
    }

    @Test
    void a_delay_ends_with_the_arrival_and_with_the_refusal() {
        arrives(report(messageId, READER, "delayed", "4.4.1", "connection timed out"));
        arrives(report(messageId, OTHER, "delayed", "4.2.2", "mailbox full"));
        arrives(report(messageId, READER, "relayed", "2.0.0", "ok"));
        arrives(report(messageId, OTHER, "failed", "4.2.2", "mailbox full for too long"));

        read(IMAP);

        assertThat(outbox.bounces("s1", 5)).singleElement().satisfies(bounce -> {
            assertThat(bounce.to()).containsExactly(OTHER);
            assertThat(bounce.fate()).isEqualTo(Outbox.Fate.REFUSED);
        });
    }

    @Test
    void readers_are_told_apart_whatever_their_letter_case_and_whoever_forwards() {
        arrives(report(messageId, "forwarded@elsewhere.test", "failed", "5.1.1", "550 no")
                .replace("Action:", "Original-Recipient: rfc822;SUPPORT@acme.test\r\nAction:"));

        read(IMAP);

        assertThat(outbox.bounces("s1", 5))
                .singleElement()
                .satisfies(bounce -> assertThat(bounce.to()).containsExactly(READER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<00000000-0000-0000-0000-000000000001@oin.example>",
                "<ffffffff-ffff-ffff-ffff-ffffffffffff@oin.example>",
                "<------------------------------------@oin.example>",
                "<'; drop table mail_outbox; --@oin.example>",
                ""
            })
    void a_report_of_an_unknown_mail_changes_nothing(String unknown) {
        arrives(report(unknown, READER, "failed", "5.1.1", "550 no such user"));

        read(IMAP);

        assertThat(outbox.bounces(null, 5)).isEmpty();
        assertThat(left()).isZero();
    }

    @Test
    void a_mail_of_another_domain_and_a_reader_that_the_mail_never_had_change_nothing() {
        arrives(report(messageId.replace("@oin.example", "@evil.example"), READER, "failed", "5.1.1", "550 no"));
        arrives(report(messageId, "stranger@acme.test", "failed", "5.1.1", "550 no"));

        read(IMAP);

        assertThat(outbox.bounces(null, 5)).isEmpty();
    }

    @Test
    void broken_and_huge_messages_and_people_s_answers_do_not_hold_up_the_reports_behind_them() {
        arrives("Subject: I am away\r\nIn-Reply-To: " + messageId + "\r\n\r\nBack on Monday.\r\n");
        arrives("Content-Type: multipart/report; boundary=\"never\"\r\n\r\nnothing");
        arrives("Content-Type: multipart/report; report-type=delivery-status\r\n\r\n\u0000\u0001");
        arrives(report(messageId, READER, "failed", "5.1.1", "x".repeat(2_000_000)));
        arrives(report(messageId, READER, "bounced-hard", "5.1.1", "550 no"));
        arrives(report(messageId, OTHER, "failed", "5.7.1", "550 blocked\u0007 " + "y".repeat(5000)));

        read(IMAP);

        assertThat(outbox.bounces("s1", 5)).singleElement().satisfies(bounce -> {
            assertThat(bounce.to()).containsExactly(OTHER);
            assertThat(bounce.reason()).startsWith("5.7.1: 550 blocked ").hasSizeLessThan(310);
        });
        assertThat(left()).isZero();
    }

    @Test
    void a_mailbox_that_is_away_is_tried_again_later() {
        arrives(report(messageId, READER, "failed", "5.1.1", "550 no"));
        var intake = new TakeInBounces(properties(IMAP), new ReportRows(client, clock));
        server.stop();

        intake.run();

        assertThat(outbox.bounces("s1", 5)).isEmpty();
    }

    private void read(MailProperties.MailboxProtocol protocol) {
        new TakeInBounces(properties(protocol), new ReportRows(client, clock)).run();
    }

    private void arrives(String source) {
        try {
            mailbox.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private int left() {
        try {
            return server.getManagers().getImapHostManager().getInbox(mailbox).getMessageCount();
        } catch (FolderException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String report(String messageId, String reader, String action, String status, String words) {
        return """
                From: Mail system <MAILER-DAEMON@mx.acme.test>
                To: bounces@oin.example
                Subject: Undelivered mail returned to sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.acme.test.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.acme.test
                Arrival-Date: Mon, 23 Nov 2026 12:00:01 +0000

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; %s

                --b1
                Content-Type: text/rfc822-headers

                From: The OIN team <oin@oin.example>
                Subject: Acme HR: submitted
                Message-ID: %s

                --b1--
                """.formatted(reader, action, status, words, messageId).replace("\n", "\r\n");
    }

    private MailProperties properties(MailProperties.MailboxProtocol protocol) {
        var port =
                protocol == IMAP ? server.getImap().getPort() : server.getPop3().getPort();
        return new MailProperties(
                "oin@oin.example",
                "The OIN team",
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                List.of(),
                new MailProperties.Bounces(
                        "127.0.0.1",
                        protocol,
                        port,
                        "bounces",
                        "secret",
                        "INBOX",
                        Duration.ofMinutes(1),
                        DataSize.ofMegabytes(1)));
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }
}
