package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the team in for whom its OpenID provider vouches. The account is that of issuer and subject, never that of an
 * e-mail address; roles are the provider's, taken anew each time.
 */
@Component
public class StaffSingleSignOn {

    private static final int LONGEST_NAME = 128;

    private final StaffOidcProperties properties;
    private final StaffIdentityRows identities;
    private final AccountRows accounts;
    private final Access access;
    private final AccountAudit audit;
    private final Ids ids;
    private final Clock clock;

    StaffSingleSignOn(
            StaffOidcProperties properties,
            StaffIdentityRows identities,
            AccountRows accounts,
            Access access,
            AccountAudit audit,
            Ids ids,
            Clock clock) {
        this.properties = properties;
        this.identities = identities;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a sign-in at the provider. */
    public sealed interface Outcome {

        /** The account that is signed in. */
        record SignedIn(Account account) implements Outcome {}

        /** Why nobody is. */
        record Refused(Reason reason) implements Outcome {}
    }

    /** Why somebody whom the provider knows does not come in. */
    public enum Reason {
        NO_ROLE,
        NO_ADDRESS,
        ADDRESS_TAKEN,
        REMOVED
    }

    /** Signs the person in, or says why not; who lost all roles loses sessions and tokens too. */
    @Transactional
    public Outcome signIn(StaffIdentity identity) {
        identities.hold(identity);
        var roles = properties.rolesOf(identity.groups());
        return identities
                .find(identity)
                .map(accounts::get)
                .map(known -> known(known, identity, roles))
                .orElseGet(() -> stranger(identity, roles));
    }

    /** An administrator lets the provider take over a colleague's account that has a password, by its e-mail address, once. */
    @Transactional
    public AccountAnswer await(Caller caller, AccountId id) {
        var colleague = accounts.find(id).filter(StaffSingleSignOn::isStaffOnly);
        if (!caller.staffRoles().contains(StaffRole.ADMIN) || colleague.isEmpty() || identities.has(id)) {
            return new AccountAnswer.Refused(
                    "Administrators let single sign-on take over accounts of the team that have a password.");
        }
        identities.await(id);
        audit.record(
                caller.account(), id, "SINGLE_SIGN_ON_AWAITED", colleague.get().email());
        return new AccountAnswer.Done(id);
    }

    /** Whether the account signs in at the provider, and has no password here. */
    public boolean isUsedBy(AccountId account) {
        return identities.has(account);
    }

    /** Accounts that sign in at the provider. */
    public Set<AccountId> used() {
        return identities.accounts();
    }

    /** Accounts that the provider may take over. */
    public Set<AccountId> awaited() {
        return identities.awaited();
    }

    private Outcome known(Account account, StaffIdentity identity, Set<StaffRole> roles) {
        if (!isStaffOnly(account)) {
            throw new IllegalStateException("An ISV's account signs in at the team's provider: " + account.id());
        }
        var isRoleless = identities.isRoleless(account.id());
        if (account.disabled() && !isRoleless) {
            return refused(account.id(), Reason.REMOVED, account.email());
        }
        if (roles.isEmpty()) {
            endAccess(account);
            return refused(account.id(), Reason.NO_ROLE, account.email());
        }
        if (isRoleless) {
            giveAccessBack(account);
        }
        if (!account.staffRoles().equals(roles)) {
            changeRoles(account, roles);
        }
        var told = told(identity);
        identities.tell(account.id(), told.orElse(null));
        accounts.rename(
                account.id(),
                nameOf(identity, account.displayName()),
                told.filter(address -> isFree(address, account)).orElse(account.email()));
        audit.record(account.id(), account.id(), "SIGNED_IN_AT_PROVIDER", AccountRows.words(roles));
        return new Outcome.SignedIn(accounts.get(account.id()));
    }

    private Outcome stranger(StaffIdentity identity, Set<StaffRole> roles) {
        var address = EmailAddresses.plain(identity.email());
        if (roles.isEmpty()) {
            return refused(null, Reason.NO_ROLE, identity.email());
        }
        if (!EmailAddresses.isComplete(address)) {
            return refused(null, Reason.NO_ADDRESS, identity.subject());
        }
        var taken = accounts.findByEmail(address);
        if (taken.isPresent()) {
            return takeOver(taken.get(), identity, roles);
        }
        var account = new Account(
                new AccountId(ids.next()),
                null,
                address,
                nameOf(identity, address),
                Set.of(),
                roles,
                ZoneId.of("UTC"),
                false,
                clock.instant());
        accounts.add(account);
        identities.add(account.id(), identity);
        audit.record(account.id(), account.id(), "ACCOUNT_OF_PROVIDER", AccountRows.words(roles));
        return new Outcome.SignedIn(account);
    }

    private Outcome takeOver(Account account, StaffIdentity identity, Set<StaffRole> roles) {
        if (!isStaffOnly(account)
                || account.disabled()
                || identities.has(account.id())
                || !identities.takeOver(account.id())) {
            // Not in the history of that account, which may be an ISV's.
            return refused(null, Reason.ADDRESS_TAKEN, account.email());
        }
        identities.add(account.id(), identity);
        access.endSessions(account.id());
        audit.record(account.id(), account.id(), "SINGLE_SIGN_ON_TOOK_OVER", "the password works no more");
        return known(account, identity, roles);
    }

    /** Sessions and tokens too; the account keeps its name beside what it did. */
    private void endAccess(Account account) {
        identities.setRoleless(account.id(), true);
        accounts.disable(account.id(), true);
        access.end(account.id());
    }

    private void giveAccessBack(Account account) {
        identities.setRoleless(account.id(), false);
        accounts.disable(account.id(), false);
        audit.record(null, account.id(), "ENABLED", account.email() + ", by single sign-on");
    }

    private void changeRoles(Account account, Set<StaffRole> roles) {
        accounts.changeRoles(account.id(), Set.of(), roles);
        audit.record(
                null,
                account.id(),
                "ROLES_CHANGED",
                AccountRows.words(account.staffRoles()) + " → " + AccountRows.words(roles) + ", by single sign-on");
    }

    private Outcome refused(@Nullable AccountId account, Reason reason, String who) {
        audit.record(null, account, "SINGLE_SIGN_ON_REFUSED", reason.name() + ", " + who);
        return new Outcome.Refused(reason);
    }

    private static Optional<String> told(StaffIdentity identity) {
        return Optional.of(EmailAddresses.plain(identity.email())).filter(EmailAddresses::isComplete);
    }

    private boolean isFree(String address, Account account) {
        return accounts.findByEmail(address)
                .filter(other -> !other.id().equals(account.id()))
                .isEmpty();
    }

    private static boolean isStaffOnly(Account account) {
        return account.organization() == null && account.memberRoles().isEmpty();
    }

    private static String nameOf(StaffIdentity identity, String otherwise) {
        var name = identity.name().replaceAll("\\p{Cntrl}", " ").strip();
        var shown = name.isEmpty() ? otherwise : name;
        return shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
    }
}
