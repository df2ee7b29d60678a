package dev.oin.account;

import dev.oin.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of one-time links: hashed, expiring, and few per address and network, so that nobody floods a mailbox. */
@Repository
class OneTimeLinks {

    private static final Duration COUNTED_OVER = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_PER_ADDRESS = 3;
    private static final int MOST_PER_NETWORK = 20;

    private final JdbcClient client;
    private final Secrets secrets;
    private final AccountProperties properties;
    private final Ids ids;
    private final Clock clock;

    OneTimeLinks(JdbcClient client, Secrets secrets, AccountProperties properties, Ids ids, Clock clock) {
        this.client = client;
        this.secrets = secrets;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a link, and older ones for the same void; empty where there were too many lately. */
    Optional<Made> make(OneTimeLink.Purpose purpose, String email, String company, Network network) {
        if (wishes("email", email) >= MOST_PER_ADDRESS || wishes("network", network.text()) >= MOST_PER_NETWORK) {
            return Optional.empty();
        }
        var now = clock.instant();
        var link = new OneTimeLink(ids.next(), purpose, email, company, now.plus(properties.linkLifetime()));
        voidAll(purpose, email);
        sweep(now);
        var text = secrets.next();
        add(link, network, Secrets.hash(text), now);
        return Optional.of(new Made(link, text));
    }

    /** The link, while it works. */
    Optional<OneTimeLink> find(OneTimeLink.Purpose purpose, String text) {
        return client.sql("""
                        select * from one_time_links
                        where hash = :hash and purpose = :purpose and used_at is null and expires_at > :now""")
                .param("hash", Secrets.hash(text))
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(OneTimeLinks::link)
                .optional();
    }

    /** Whether this was the first use. */
    boolean use(OneTimeLink link) {
        return client.sql("update one_time_links set used_at = :now where id = :id and used_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", link.id())
                        .update()
                > 0;
    }

    /** Makes all open links to the address for the purpose void. */
    void voidAll(OneTimeLink.Purpose purpose, String email) {
        client.sql(
                        "update one_time_links set used_at = :now where email = :email and purpose = :purpose and used_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("email", email)
                .param("purpose", purpose.name())
                .update();
    }

    /** Forgets links that ended long ago: they are not counted any more. */
    private void sweep(Instant now) {
        client.sql("delete from one_time_links where expires_at < :before and created_at < :before")
                .param("before", Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private void add(OneTimeLink link, Network network, String hash, Instant now) {
        client.sql("""
                        insert into one_time_links (id, purpose, email, network, company, hash, created_at, expires_at)
                        values (:id, :purpose, :email, :network, :company, :hash, :now, :expires)""")
                .param("id", link.id())
                .param("purpose", link.purpose().name())
                .param("email", link.email())
                .param("network", network.text())
                .param("company", link.company())
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(link.expiresAt()))
                .update();
    }

    private int wishes(String column, String value) {
        return client.sql("select count(*) from one_time_links where " + column + " = :value and created_at > :since")
                .param("value", value)
                .param("since", Timestamp.from(clock.instant().minus(COUNTED_OVER)))
                .query(Integer.class)
                .single();
    }

    private static OneTimeLink link(ResultSet row, int number) throws SQLException {
        return new OneTimeLink(
                row.getObject("id", UUID.class),
                OneTimeLink.Purpose.valueOf(row.getString("purpose")),
                row.getString("email"),
                row.getString("company"),
                row.getTimestamp("expires_at").toInstant());
    }

    /** A link that was just made, and the text of its address. */
    record Made(OneTimeLink link, String text) {

        @Override
        public String toString() {
            return link.toString();
        }
    }
}
