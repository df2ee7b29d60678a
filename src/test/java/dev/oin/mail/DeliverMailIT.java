package dev.oin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;

import com.icegreen.greenmail.util.GreenMail;
import dev.oin.kernel.MovableClock;
import dev.oin.storage.database.TestDatabase;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

class DeliverMailIT {

    private static final MailProperties.Bounces NO_BOUNCES = new MailProperties.Bounces(
            "",
            MailProperties.MailboxProtocol.IMAPS,
            0,
            "",
            "",
            "INBOX",
            Duration.ofMinutes(1),
            DataSize.ofMegabytes(1));

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient client = JdbcClient.create(database);
    private final MovableClock clock = new MovableClock();
    private final MailProperties properties = new MailProperties(
            "oin@oin.example",
            "The OIN team",
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2)),
            NO_BOUNCES);
    private final MailBell bell = new MailBell();
    private final OutboxRows rows = new OutboxRows(client, clock, UUID::randomUUID);
    private final Outbox outbox = new TransactionalOutbox(rows, new TroubleRows(client, clock), bell);
    private final CaughtMails caught = new CaughtMails(client);
    private final DemoMailServer demo = new DemoMailServer();
    private final GreenMail server = demo.greenMail(caught, clock);

    private DeliverMail deliver;
    private JavaMailSender sender;

    @BeforeEach
    void start() {
        server.start();
        sender = demo.demoMailSender(server);
        deliver = new DeliverMail(rows, sender, new WriteMessage(properties), properties);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_comes_across_in_both_forms() {
        outbox.enqueue(aMail("M1/1", "s1"));

        deliver.deliverDue();

        assertThat(caught.latest(10)).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo("The OIN team <oin@oin.example>");
            assertThat(mail.to()).containsExactly("isv@example.com", "team@example.com");
            assertThat(mail.subject()).isEqualTo("Exämple: submitted");
            assertThat(mail.text()).isEqualToIgnoringNewLines("Your turn ✓");
            assertThat(mail.html()).isEqualToIgnoringNewLines("<p>Your turn ✓</p>");
        });
    }

    @Test
    void a_key_is_sent_once() {
        outbox.enqueue(aMail("M1/1", "s1"));
        outbox.enqueue(aMail("M1/1", "s1"));

        assertThat(deliver.deliverDue()).isEqualTo(1);
        assertThat(deliver.deliverDue()).isZero();
    }

    @Test
    void a_rolled_back_step_sends_nothing() {
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(transaction -> {
            outbox.enqueue(aMail("M1/1", "s1"));
            transaction.setRollbackOnly();
        });

        assertThat(deliver.deliverDue()).isZero();
    }

    @Test
    void the_mails_of_a_thread_refer_to_each_other() {
        outbox.enqueue(aMail("M1/1", "s1"));
        deliver.deliverDue();
        clock.forward(Duration.ofSeconds(1));
        outbox.enqueue(aMail("M2/1", "s1"));
        deliver.deliverDue();

        var first = caught.latest(2).getLast();
        var second = caught.latest(2).getFirst();

        assertThat(second.source()).contains("In-Reply-To: " + first.messageId());
        assertThat(references(second)).contains("<thread.s1@oin.example>");
        assertThat(references(first)).contains("<thread.s1@oin.example>");
    }

    @Test
    void a_refused_mail_is_tried_again_later_and_keeps_its_id() {
        outbox.enqueue(aMail("M1/1", "s1"));
        server.stop();
        assertThat(deliver.deliverDue()).isZero();
        server.start();
        deliver = new DeliverMail(rows, demo.demoMailSender(server), new WriteMessage(properties), properties);

        assertThat(deliver.deliverDue()).isZero();
        clock.forward(Duration.ofSeconds(31));
        assertThat(deliver.deliverDue()).isEqualTo(1);
    }

    @Test
    void a_mail_that_is_always_refused_is_shown_to_the_operator_who_can_send_it_again() {
        outbox.enqueue(aMail("M1/1", "s1"));
        server.stop();
        for (int attempt = 0; attempt < 3; attempt++) {
            deliver.deliverDue();
            clock.forward(Duration.ofMinutes(3));
        }
        assertThat(outbox.undelivered()).singleElement().satisfies(mail -> {
            assertThat(mail.key()).isEqualTo("M1/1");
            assertThat(mail.failure()).isNotBlank();
        });
        server.start();
        deliver = new DeliverMail(rows, demo.demoMailSender(server), new WriteMessage(properties), properties);

        outbox.retry(outbox.undelivered().getFirst().id());

        assertThat(deliver.deliverDue()).isEqualTo(1);
        assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(0, 0));
    }

    @Test
    void sent_again_it_goes_to_those_too_whom_the_server_refused_at_first() {
        outbox.enqueue(new Mail("M1/1", "s1", List.of("gone@acme.test", "slow@acme.test"), "Subject", "text", "html"));
        var id = rows.take(properties.lease()).orElseThrow().id();
        rows.bounced(id, List.of("gone@acme.test"), "550 no such mailbox");
        rows.narrow(id, List.of("slow@acme.test"));
        rows.failed(id, null, "451 try later");

        outbox.retry(id);

        assertThat(rows.take(properties.lease()).orElseThrow().to())
                .containsExactlyInAnyOrder("gone@acme.test", "slow@acme.test");
    }

    @Test
    void a_mail_whose_node_died_is_taken_by_another_when_the_lease_ends() {
        outbox.enqueue(aMail("M1/1", "s1"));
        assertThat(rows.take(properties.lease())).isPresent();

        assertThat(deliver.deliverDue()).isZero();
        clock.forward(Duration.ofMinutes(3));
        assertThat(deliver.deliverDue()).isEqualTo(1);
    }

    @Test
    void an_hour_without_a_mail_server_loses_nothing_sends_nothing_twice_and_shows_the_delay() {
        server.stop();
        for (int minute = 0; minute < 60; minute++) {
            if (minute % 10 == 0) {
                outbox.enqueue(aMail("M1/" + minute, "s" + minute));
            }
            deliver(new MailProperties(
                    properties.from(),
                    properties.fromName(),
                    properties.poll(),
                    properties.lease(),
                    List.of(
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(30),
                            Duration.ofHours(2)),
                    NO_BOUNCES));
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(outbox.lateSince()).contains(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(6, 0));

        server.start();
        deliver = new DeliverMail(rows, demo.demoMailSender(server), new WriteMessage(properties), properties);
        var delivered = 0;
        for (int minute = 0; minute < 180; minute++) {
            delivered += deliver.deliverDue();
            clock.forward(Duration.ofMinutes(1));
        }

        assertThat(delivered).isEqualTo(6);
        assertThat(server.getReceivedMessages()).hasSize(6 * 2);
        assertThat(outbox.lateSince()).isEmpty();
        assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(0, 0));
    }

    private void deliver(MailProperties patient) {
        new DeliverMail(rows, sender, new WriteMessage(patient), patient).deliverDue();
    }

    @Test
    void an_address_refused_for_good_bounces_at_once_and_the_other_readers_get_the_mail() {
        outbox.enqueue(aMail("M1/1", "s1"));
        refusing(new SMTPSendFailedException(
                        "DATA",
                        250,
                        "",
                        new SMTPAddressFailedException(address("isv@example.com"), "RCPT", 550, "550 no such user"),
                        new Address[] {address("team@example.com")},
                        new Address[0],
                        new Address[] {address("isv@example.com")}))
                .deliverDue();
        clock.forward(Duration.ofHours(3));

        assertThat(deliver.deliverDue()).isZero();
        assertThat(outbox.bounces("s1", 5)).singleElement().satisfies(bounce -> {
            assertThat(bounce.to()).containsExactly("isv@example.com");
            assertThat(bounce.reason()).contains("550 no such user");
            assertThat(bounce.isGivenUp()).isFalse();
        });
        assertThat(outbox.bounces("s2", 5)).isEmpty();
    }

    @Test
    void a_mail_refused_for_good_for_everybody_is_given_up_at_once() {
        outbox.enqueue(aMail("M1/1", "s1"));

        refusing(new SMTPSendFailedException(
                        "DATA", 554, "554 rejected", null, new Address[0], new Address[0], new Address[0]))
                .deliverDue();

        assertThat(outbox.bounces(null, 5)).singleElement().satisfies(bounce -> {
            assertThat(bounce.to()).containsExactly("isv@example.com", "team@example.com");
            assertThat(bounce.isGivenUp()).isTrue();
        });
    }

    @Test
    void an_address_refused_for_now_is_tried_again_alone() {
        outbox.enqueue(aMail("M1/1", "s1"));
        refusing(new SMTPSendFailedException(
                        "DATA",
                        250,
                        "",
                        new SMTPAddressFailedException(address("isv@example.com"), "RCPT", 451, "451 greylisted"),
                        new Address[] {address("team@example.com")},
                        new Address[] {address("isv@example.com")},
                        new Address[0]))
                .deliverDue();
        clock.forward(Duration.ofSeconds(31));

        assertThat(deliver.deliverDue()).isEqualTo(1);
        assertThat(caught.latest(5))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).containsExactly("isv@example.com"));
        assertThat(outbox.bounces(null, 5)).isEmpty();
    }

    @Test
    void the_desk_reads_what_the_server_said_and_no_name_of_an_exception() {
        var busy = new SMTPAddressFailedException(address("isv@example.com"), "RCPT", 451, "451 mailbox busy");
        busy.setNextException(
                new SMTPAddressFailedException(address("team@example.com"), "RCPT", 452, "452 disk full"));
        var refused = new SendFailedException("Invalid Addresses", busy);

        var refusal = SmtpRefusal.of(new MailSendException(Map.of("mail", refused)), List.of("isv@example.com"));
        var away = SmtpRefusal.of(
                new MailSendException("failed", new MessagingException("failed", new ConnectException("Refused"))),
                List.of("isv@example.com"));

        assertThat(refusal.told()).isEqualTo("451 mailbox busy; 452 disk full");
        assertThat(away.told()).isEqualTo("The mail server cannot be used now: Refused");
        assertThat(away.left(List.of("isv@example.com"))).containsExactly("isv@example.com");
    }

    private DeliverMail refusing(MessagingException refusal) {
        var sender = Mockito.mock(JavaMailSender.class);
        Mockito.when(sender.createMimeMessage()).thenReturn(new JavaMailSenderImpl().createMimeMessage());
        Mockito.doThrow(new MailSendException(Map.of("mail", refusal)))
                .when(sender)
                .send(any(MimeMessage.class));
        return new DeliverMail(rows, sender, new WriteMessage(properties), properties);
    }

    private static InternetAddress address(String text) {
        var address = new InternetAddress();
        address.setAddress(text);
        return address;
    }

    @Test
    void delivery_wakes_when_something_is_put_in() {
        var delivery = new MailDelivery(deliver, bell, properties);
        delivery.start();

        outbox.enqueue(aMail("M1/1", "s1"));

        await().untilAsserted(() -> assertThat(caught.latest(1)).hasSize(1));
        delivery.stop();
    }

    private static String references(CaughtMail mail) {
        var header =
                Pattern.compile("References: (.*?)\r\n[A-Z]", Pattern.DOTALL).matcher(mail.source());
        return header.find() ? header.group(1) : "";
    }

    private static Mail aMail(String key, String thread) {
        return new Mail(
                key,
                thread,
                List.of("isv@example.com", "team@example.com"),
                "Exämple:\r\n submitted",
                "Your turn ✓",
                "<p>Your turn ✓</p>");
    }
}
