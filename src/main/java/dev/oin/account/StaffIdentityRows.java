package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table that says which account an OpenID provider's subject is. */
@Repository
class StaffIdentityRows {

    private final JdbcClient client;
    private final Clock clock;

    StaffIdentityRows(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    Optional<AccountId> find(StaffIdentity identity) {
        return client.sql("select account from staff_identities where issuer = :issuer and subject = :subject")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    void add(AccountId account, StaffIdentity identity) {
        client.sql("""
                        insert into staff_identities (account, issuer, subject, linked_at)
                        values (:account, :issuer, :subject, :now)""")
                .param("account", account.value())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** All accounts that sign in at a provider. */
    Set<AccountId> accounts() {
        return client.sql("select account from staff_identities").query(UUID.class).list().stream()
                .map(AccountId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The address that the provider tells, whoever else has it here; null where it tells none. */
    void tell(AccountId account, @Nullable String email) {
        client.sql("update staff_identities set told_email = :email where account = :account")
                .param("email", email, Types.VARCHAR)
                .param("account", account.value())
                .update();
    }

    boolean has(AccountId account) {
        return client.sql("select count(*) > 0 from staff_identities where account = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the account's access ended because the provider gave no role any more. */
    boolean isRoleless(AccountId account) {
        return client.sql("select count(*) > 0 from staff_identities where account = :account and roleless")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    void setRoleless(AccountId account, boolean roleless) {
        client.sql("update staff_identities set roleless = :roleless where account = :account")
                .param("roleless", roleless)
                .param("account", account.value())
                .update();
    }

    /** Whether an administrator lets single sign-on take the account over; asked once. */
    boolean takeOver(AccountId account) {
        return client.sql("""
                        update accounts set awaits_single_sign_on = false, password_hash = null
                        where id = :account and awaits_single_sign_on""").param("account", account.value()).update() > 0;
    }

    void await(AccountId account) {
        client.sql("update accounts set awaits_single_sign_on = true where id = :account")
                .param("account", account.value())
                .update();
    }

    /** Accounts that single sign-on may take over. */
    Set<AccountId> awaited() {
        return client.sql("select id from accounts where awaits_single_sign_on").query(UUID.class).list().stream()
                .map(AccountId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Until the transaction ends nobody else signs in as the subject. */
    void hold(StaffIdentity identity) {
        client.sql("select pg_advisory_xact_lock(hashtextextended(:issuer || ' ' || :subject, 0))::text")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(String.class)
                .list();
    }
}
