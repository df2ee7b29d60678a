package dev.oin.web.portal;

import dev.oin.account.Account;
import dev.oin.kernel.AccountId;
import dev.oin.web.frame.SeenAccounts;
import org.springframework.stereotype.Component;

/** Names people as readers know them. */
@Component
class Authors {

    private final SeenAccounts accounts;

    Authors(SeenAccounts accounts) {
        this.accounts = accounts;
    }

    /** "Ada Lovelace", or "Dana, the OIN team". */
    String nameOf(AccountId id) {
        return accounts.find(id).map(Authors::name).orElse("A former member");
    }

    private static String name(Account account) {
        return account.staffRoles().isEmpty() ? account.displayName() : account.displayName() + ", the OIN team";
    }
}
