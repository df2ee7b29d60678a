package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** Who signed in to a browser session; roles are read anew at each request, so that a role taken away is gone at once. */
public record SessionPrincipal(UUID accountId, String email) implements Principal, Serializable {

    /** The principal of the account. */
    public static SessionPrincipal of(Account account) {
        return new SessionPrincipal(account.id().value(), account.email());
    }

    /** Whose session it is. */
    public AccountId account() {
        return new AccountId(accountId);
    }

    @Override
    public String getName() {
        return accountId.toString();
    }

    @Override
    public String toString() {
        return getName();
    }
}
