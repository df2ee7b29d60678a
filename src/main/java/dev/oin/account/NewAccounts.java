package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an account for somebody who proved to own the mailbox. */
@Component
class NewAccounts {

    private static final int LONGEST_NAME = 128;

    private final AccountRows accounts;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;

    NewAccounts(AccountRows accounts, Passwords passwords, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is wrong with the name or the password. */
    Optional<String> objection(String displayName, String password) {
        var name = displayName.strip();
        return name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)
                ? Optional.of("Enter your name, at most %d characters.".formatted(LONGEST_NAME))
                : Passwords.objection(password);
    }

    Account make(
            @Nullable OrganizationId organization,
            String email,
            String displayName,
            Set<MemberRole> member,
            Set<StaffRole> staff,
            String password) {
        var account = new Account(
                new AccountId(ids.next()),
                organization,
                email,
                displayName.strip(),
                member,
                staff,
                ZoneId.of("UTC"),
                false,
                clock.instant());
        accounts.add(account);
        passwords.set(account.id(), password);
        return account;
    }
}
