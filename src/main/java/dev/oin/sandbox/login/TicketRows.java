package dev.oin.sandbox.login;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.RandomTexts;
import dev.oin.sandbox.SandboxProperties;
import dev.oin.sandbox.SignInTickets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of one-time tickets; only their hashes are kept. */
@Repository
class TicketRows implements SignInTickets {

    private static final String PREFIX = "oin-ticket.";

    private final JdbcClient client;
    private final RandomTexts texts;
    private final SandboxProperties properties;
    private final Clock clock;

    TicketRows(JdbcClient client, RandomTexts texts, SandboxProperties properties, Clock clock) {
        this.client = client;
        this.texts = texts;
        this.properties = properties;
        this.clock = clock;
    }

    static boolean isTicket(String password) {
        return password.startsWith(PREFIX);
    }

    @Override
    @Transactional
    public String issue(RunId run, PersonId person, InstanceId instance) {
        var now = clock.instant();
        client.sql("delete from sandbox_sign_in_tickets where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        var ticket = PREFIX + texts.secret();
        client.sql("""
                        insert into sandbox_sign_in_tickets (hash, run, person, instance, expires_at)
                        values (:hash, :run, :person, :instance, :expires)""")
                .param("hash", RandomTexts.hash(ticket))
                .param("run", run.value())
                .param("person", person.value())
                .param("instance", instance.value())
                .param("expires", Timestamp.from(now.plus(properties.ticketLifetime())))
                .update();
        return ticket;
    }

    /** Uses the ticket up; empty where it is unknown, used, too old, or somebody else's. */
    @Transactional
    Optional<Redeemed> redeem(String ticket, PersonId person) {
        return client.sql("""
                        update sandbox_sign_in_tickets set used_at = :now
                        where hash = :hash and person = :person and used_at is null and expires_at >= :now
                        returning run, instance""")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", RandomTexts.hash(ticket))
                .param("person", person.value())
                .query((row, number) -> new Redeemed(
                        new RunId(row.getObject("run", UUID.class)),
                        new InstanceId(row.getObject("instance", UUID.class))))
                .optional();
    }

    /** What a ticket was issued for. */
    record Redeemed(RunId run, InstanceId instance) {}
}
