package dev.oin.web.review;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the people around a submission are called; read at once, however many are named. */
final class Names {

    private final Map<AccountId, String> known = new HashMap<>();
    private final Accounts accounts;

    private Names(Accounts accounts) {
        this.accounts = accounts;
        accounts.staff().forEach(this::add);
    }

    /** The team's people. */
    static Names ofTeam(Accounts accounts) {
        return new Names(accounts);
    }

    /** The team's and the organisation's people. */
    static Names of(Accounts accounts, OrganizationId organization) {
        var names = new Names(accounts);
        accounts.membersOf(organization).forEach(names::add);
        return names;
    }

    /** The name; somebody who has left is looked up. */
    String of(@Nullable AccountId account) {
        return account == null
                ? "the pipeline"
                : known.computeIfAbsent(
                        account,
                        unknown ->
                                accounts.find(unknown).map(Account::displayName).orElse("somebody"));
    }

    private void add(Account account) {
        known.put(account.id(), account.displayName());
    }
}
