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
    private final SignInFailures failures;
    private final Clock clock;

    SignIn(Accounts accounts, Passwords passwords, SignInFailures failures, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
        this.clock = clock;
    }

    /** Tries the password. */
    public Outcome attempt(String email, String password) {
        var now = clock.instant();
        var address = email.strip().toLowerCase(Locale.ROOT);
        var lockedUntil = failures.lockedUntil(address, now);
        if (lockedUntil.isPresent()) {
            return new Outcome.LockedOut(lockedUntil.get());
        }
        var account = accounts.findByEmail(address).filter(found -> !found.disabled());
        if (passwords.matches(account.map(Account::id).orElse(null), password) && account.isPresent()) {
            failures.forget(address);
            return new Outcome.SignedIn(account.get());
        }
        failures.count(address, now);
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
