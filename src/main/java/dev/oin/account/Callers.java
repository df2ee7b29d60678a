package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells who calls, with the roles held now; disabled accounts call nothing. */
@Component
public class Callers {

    private final Accounts accounts;

    Callers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account as a caller. */
    public Optional<Caller> find(AccountId account) {
        return accounts.find(account).filter(found -> !found.disabled()).map(Account::asCaller);
    }
}
