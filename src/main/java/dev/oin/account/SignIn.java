package dev.oin.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Signs a person in by e-mail address and password; takes as long for an unknown address as for a known one. */
@Component
public class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Clock clock;

    SignIn(Accounts accounts, Passwords passwords, SignInAttempts attempts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Tries the password for somebody at the network address. */
    public Outcome attempt(String email, String password, String remoteAddress) {
        var now = clock.instant();
        var address = email.strip().toLowerCase(Locale.ROOT);
        var network = Network.of(remoteAddress);
        var account = accounts.findByEmail(address).filter(found -> !found.disabled());
        var id = account.map(Account::id).orElse(null);
        var lockedUntil = attempts.admit(id, address, network, now);
        if (lockedUntil.isPresent()) {
            return new Outcome.LockedOut(lockedUntil.get());
        }
        if (passwords.matches(id, password) && account.isPresent()) {
            attempts.succeeded(account.get().id(), address, network, now);
            return new Outcome.SignedIn(account.get());
        }
        return new Outcome.Refused();
    }

    /** What came of an attempt. */
    public sealed interface Outcome {

        /** The password is right. */
        record SignedIn(Account account) implements Outcome {}

        /** Address or password is wrong; which of them is nobody's business. */
        record Refused() implements Outcome {}

        /** Too many attempts; none is looked at before the time. */
        record LockedOut(Instant until) implements Outcome {}
    }
}
