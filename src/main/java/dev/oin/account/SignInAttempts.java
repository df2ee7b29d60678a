package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts to sign in before the password is looked at, so that many at once are no way around the count.
 *
 * <p>A guesser locks the pair of e-mail address and network, then the own network. The account as a whole is only slowed
 * down, by a minute at most and never where it signed in from before, so that no stranger locks its owner out.
 */
@Repository
class SignInAttempts {

    private static final String ANY = "";
    private static final int ACCOUNT_ALLOWANCE = 4;
    private static final int NETWORK_ALLOWANCE = 10;
    private static final Duration PLACES_ARE_KEPT = Duration.ofDays(90);

    private final JdbcClient client;
    private final BackOff ofPair;
    private final BackOff ofNetwork;
    private final BackOff ofAccount;
    private final Duration remembered;

    SignInAttempts(JdbcClient client, AccountProperties properties) {
        var after = properties.lockOutAfter();
        this.client = client;
        this.ofPair = new BackOff(after, properties.lockOutFor(), properties.longestLockOut());
        this.ofNetwork = new BackOff(after * NETWORK_ALLOWANCE, properties.lockOutFor(), properties.longestLockOut());
        this.ofAccount = new BackOff(after * ACCOUNT_ALLOWANCE, Duration.ofSeconds(1), Duration.ofMinutes(1));
        this.remembered = properties.longestLockOut().plusDays(1);
    }

    /** Counts an attempt that may be made; else answers until when none is. */
    @Transactional
    Optional<Instant> admit(@Nullable AccountId account, String email, Network network, Instant now) {
        client.sql("delete from sign_in_attempts where last_at < :before")
                .param("before", Timestamp.from(now.minus(remembered)))
                .update();
        var isKnown = account != null && isPlaceOf(account, network);
        var locked = lockedUntil(email, network, isKnown, now);
        if (locked.isPresent()) {
            return locked;
        }
        var admitted = count(email, network.text(), ofPair, now)
                && count(ANY, network.text(), ofNetwork, now)
                && (isKnown || count(email, ANY, ofAccount, now));
        return admitted ? Optional.empty() : Optional.of(now);
    }

    /** The attempt that was just admitted was right. */
    @Transactional
    void succeeded(AccountId account, String email, Network network, Instant now) {
        forget(email, network);
        client.sql("""
                        update sign_in_attempts set failures = greatest(failures - 1, 0), locked_until = null
                        where email = '' and network = :network""").param("network", network.text()).update();
        client.sql("""
                        insert into sign_in_places (account, network, last_at) values (:account, :network, :now)
                        on conflict (account, network) do update set last_at = :now""")
                .param("account", account.value())
                .param("network", network.text())
                .param("now", Timestamp.from(now))
                .update();
        client.sql("delete from sign_in_places where last_at < :before")
                .param("before", Timestamp.from(now.minus(PLACES_ARE_KEPT)))
                .update();
    }

    /** Ends the pauses of the e-mail address, from wherever it was tried. */
    void forget(String email) {
        client.sql("delete from sign_in_attempts where email = :email")
                .param("email", email)
                .update();
    }

    private void forget(String email, Network network) {
        client.sql("delete from sign_in_attempts where email = :email and network in ('', :network)")
                .param("email", email)
                .param("network", network.text())
                .update();
    }

    private boolean isPlaceOf(AccountId account, Network network) {
        return client.sql("select count(*) > 0 from sign_in_places where account = :account and network = :network")
                .param("account", account.value())
                .param("network", network.text())
                .query(Boolean.class)
                .single();
    }

    private Optional<Instant> lockedUntil(String email, Network network, boolean isKnown, Instant now) {
        return client.sql("""
                        select locked_until from sign_in_attempts
                        where locked_until > :now
                          and ((email in ('', :email) and network = :network)
                               or (email = :email and network = '' and not :known))
                        order by locked_until desc limit 1""")
                .param("now", Timestamp.from(now))
                .param("email", email)
                .param("network", network.text())
                .param("known", isKnown)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** False where another attempt locked it in between. */
    private boolean count(String email, String network, BackOff backOff, Instant now) {
        var failures = client.sql("""
                        insert into sign_in_attempts as a (email, network, failures, last_at)
                        values (:email, :network, 1, :now)
                        on conflict (email, network) do update set failures = a.failures + 1, last_at = :now
                            where a.locked_until is null or a.locked_until <= :now
                        returning failures""")
                .param("email", email)
                .param("network", network)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .optional();
        failures.map(backOff::after)
                .filter(Duration::isPositive)
                .ifPresent(pause -> client.sql(
                                "update sign_in_attempts set locked_until = :until where email = :email and network = :network")
                        .param("until", Timestamp.from(now.plus(pause)))
                        .param("email", email)
                        .param("network", network)
                        .update());
        return failures.isPresent();
    }
}
