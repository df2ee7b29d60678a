package dev.oin.account;

import dev.oin.kernel.AccountId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes roles, takes access away and gives it back; an organisation keeps a super admin, the team an administrator.
 *
 * <p>Each change holds the organisation or the team first and reads afterwards, so that of two admins who remove each
 * other at the same moment only one succeeds.
 */
@Component
public class ChangeAccounts {

    private final AccountRows accounts;
    private final StaffIdentityRows identities;
    private final Access access;
    private final AccountAudit audit;

    ChangeAccounts(AccountRows accounts, StaffIdentityRows identities, Access access, AccountAudit audit) {
        this.accounts = accounts;
        this.identities = identities;
        this.access = access;
        this.audit = audit;
    }

    /** A super admin changes the roles of a member of the own organisation. */
    @Transactional
    public AccountAnswer changeMemberRoles(Caller caller, AccountId id, Set<MemberRole> roles) {
        var found = member(caller, id);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("Super admins change the roles of their organization's members.");
        }
        if (roles.isEmpty()) {
            return new AccountAnswer.Refused("Choose at least one role.");
        }
        var account = found.get();
        if (!roles.contains(MemberRole.SUPER_ADMIN) && isLastSuperAdmin(account)) {
            return new AccountAnswer.Refused("An organization keeps at least one super admin.");
        }
        accounts.changeRoles(id, roles, account.staffRoles());
        changed(caller, account, AccountRows.words(account.memberRoles()), AccountRows.words(roles));
        return new AccountAnswer.Done(id);
    }

    /** A super admin takes a member's access away. */
    @Transactional
    public AccountAnswer removeMember(Caller caller, AccountId id) {
        var found = member(caller, id);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("Super admins remove their organization's members.");
        }
        if (isLastSuperAdmin(found.get())) {
            return new AccountAnswer.Refused("An organization keeps at least one super admin.");
        }
        return remove(caller, found.get());
    }

    /** A super admin gives a removed member the access back, with the roles held before. */
    @Transactional
    public AccountAnswer restoreMember(Caller caller, AccountId id) {
        return member(caller, id)
                .map(account -> restore(caller, account))
                .orElseGet(() -> new AccountAnswer.Refused("Super admins give their organization's members access."));
    }

    /** An administrator changes the roles of a person of the team. */
    @Transactional
    public AccountAnswer changeStaffRoles(Caller caller, AccountId id, Set<StaffRole> roles) {
        var found = colleague(caller, id);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("Administrators change the roles of the team.");
        }
        if (roles.isEmpty()) {
            return new AccountAnswer.Refused("Choose at least one role.");
        }
        var account = found.get();
        if (identities.has(id)) {
            return new AccountAnswer.Refused(
                    "%s signs in by single sign-on. Change the groups there: roles are taken from them at each sign-in."
                            .formatted(account.email()));
        }
        if (!roles.contains(StaffRole.ADMIN) && isLastAdministrator(account)) {
            return new AccountAnswer.Refused("The team keeps at least one administrator.");
        }
        accounts.changeRoles(id, account.memberRoles(), roles);
        changed(caller, account, AccountRows.words(account.staffRoles()), AccountRows.words(roles));
        return new AccountAnswer.Done(id);
    }

    /** An administrator takes the access of a person of the team away. */
    @Transactional
    public AccountAnswer removeStaff(Caller caller, AccountId id) {
        var found = colleague(caller, id);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("Administrators remove people of the team.");
        }
        if (isLastAdministrator(found.get())) {
            return new AccountAnswer.Refused("The team keeps at least one administrator.");
        }
        return remove(caller, found.get());
    }

    /** An administrator gives a removed person of the team the access back. */
    @Transactional
    public AccountAnswer restoreStaff(Caller caller, AccountId id) {
        return colleague(caller, id)
                .map(account -> restore(caller, account))
                .orElseGet(() -> new AccountAnswer.Refused("Administrators give the team access."));
    }

    private AccountAnswer remove(Caller caller, Account account) {
        accounts.disable(account.id(), true);
        access.end(account.id());
        audit.record(caller.account(), account.id(), "DISABLED", account.email());
        return new AccountAnswer.Done(account.id());
    }

    private AccountAnswer restore(Caller caller, Account account) {
        accounts.disable(account.id(), false);
        audit.record(caller.account(), account.id(), "ENABLED", account.email());
        return new AccountAnswer.Done(account.id());
    }

    private void changed(Caller caller, Account account, String from, String to) {
        // Who changes their own roles stays signed in: roles are read anew at each request.
        if (!account.id().equals(caller.account())) {
            access.endSessions(account.id());
        }
        audit.record(caller.account(), account.id(), "ROLES_CHANGED", from + " → " + to);
    }

    private Optional<Account> member(Caller caller, AccountId id) {
        var organization = caller.organization();
        if (organization == null) {
            return Optional.empty();
        }
        accounts.holdMembers(organization);
        return isStill(caller, MemberRole.SUPER_ADMIN)
                ? accounts.find(id).filter(account -> organization.equals(account.organization()))
                : Optional.empty();
    }

    private Optional<Account> colleague(Caller caller, AccountId id) {
        accounts.holdStaff();
        return isStill(caller, StaffRole.ADMIN)
                ? accounts.find(id).filter(account -> !account.staffRoles().isEmpty())
                : Optional.empty();
    }

    private boolean isStill(Caller caller, Enum<?> role) {
        return accounts.find(caller.account())
                .filter(account -> holds(account, role))
                .isPresent();
    }

    private boolean isLastSuperAdmin(Account account) {
        var organization = account.organization();
        return organization != null && isLast(account, MemberRole.SUPER_ADMIN, accounts.membersOf(organization));
    }

    private boolean isLastAdministrator(Account account) {
        return isLast(account, StaffRole.ADMIN, accounts.staff());
    }

    private static boolean isLast(Account account, Enum<?> role, Collection<Account> all) {
        return holds(account, role)
                && all.stream().noneMatch(other -> !other.id().equals(account.id()) && holds(other, role));
    }

    private static boolean holds(Account account, Enum<?> role) {
        return !account.disabled()
                && (account.memberRoles().contains(role) || account.staffRoles().contains(role));
    }
}
