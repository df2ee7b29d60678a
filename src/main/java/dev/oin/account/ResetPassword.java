package dev.oin.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the owner of an account's mailbox choose a new password; answers the same whether or not there is an account. */
@Component
public class ResetPassword {

    private final OneTimeLinks links;
    private final Accounts accounts;
    private final StaffIdentityRows identities;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Access access;
    private final AccountLetter letter;
    private final AccountAudit audit;

    ResetPassword(
            OneTimeLinks links,
            Accounts accounts,
            StaffIdentityRows identities,
            Passwords passwords,
            SignInAttempts attempts,
            Access access,
            AccountLetter letter,
            AccountAudit audit) {
        this.links = links;
        this.accounts = accounts;
        this.identities = identities;
        this.passwords = passwords;
        this.attempts = attempts;
        this.access = access;
        this.letter = letter;
        this.audit = audit;
    }

    /** Sends a link, if there is an account; what is wrong with the address otherwise. */
    @Transactional
    public Optional<String> request(String email, String remoteAddress) {
        var plain = EmailAddresses.plain(email);
        if (!EmailAddresses.isComplete(plain)) {
            return Optional.of("Enter a complete e-mail address.");
        }
        var made = links.make(OneTimeLink.Purpose.PASSWORD_RESET, plain, "", Network.of(remoteAddress));
        made.filter(link -> account(plain).isPresent()).ifPresent(letter::reset);
        return Optional.empty();
    }

    /** The link behind the text, while it works. */
    public Optional<OneTimeLink> find(String text) {
        return links.find(OneTimeLink.Purpose.PASSWORD_RESET, text)
                .filter(link -> account(link.email()).isPresent());
    }

    /** Sets the password, signs out everywhere and ends the pauses that a guesser caused; the link is used up. */
    @Transactional
    public AccountAnswer complete(String text, String password) {
        var found = find(text);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("This link was used, has expired, or never was.");
        }
        var objection = Passwords.objection(password);
        if (objection.isPresent()) {
            return new AccountAnswer.Refused(objection.get());
        }
        if (!links.use(found.get())) {
            return new AccountAnswer.Refused("This link was used already.");
        }
        var account = account(found.get().email()).orElseThrow();
        passwords.set(account.id(), password);
        access.endSessions(account.id());
        attempts.forget(account.email());
        audit.record(account.id(), account.id(), "PASSWORD_RESET", "by a link to the mailbox");
        return new AccountAnswer.Done(account.id());
    }

    /** Whoever signs in at a provider has no password here: a link to the mailbox would go past the provider. */
    private Optional<Account> account(String email) {
        return accounts.findByEmail(email).filter(found -> !found.disabled() && !identities.has(found.id()));
    }
}
