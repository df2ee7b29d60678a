package dev.oin.web.frame;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.kernel.AccountId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** The people whom an answer names, each read once however often: a thread of a hundred messages has few authors. */
@Component
@RequestScope
public class SeenAccounts {

    private final Accounts accounts;
    private final Map<AccountId, Optional<Account>> seen = new HashMap<>();

    public SeenAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account with the id. */
    public Optional<Account> find(AccountId id) {
        return seen.computeIfAbsent(id, accounts::find);
    }
}
