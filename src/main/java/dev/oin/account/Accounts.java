package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;

/** All people who sign in. */
public interface Accounts {

    /** The account with the id. */
    Optional<Account> find(AccountId id);

    /** The account with the e-mail address, ignoring case. */
    Optional<Account> findByEmail(String email);

    /** The account with the id, which exists: its id came from our own tables. */
    Account get(AccountId id);

    /** The organisation's members, by name. */
    List<Account> membersOf(OrganizationId organization);

    /** The team, by name. */
    List<Account> staff();
}
