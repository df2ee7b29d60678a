package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes roles and takes accounts away; an organisation keeps a super admin, the team an administrator. */
@Component
public class ChangeAccounts {

    private final AccountRows accounts;
    private final AccountAudit audit;

    ChangeAccounts(AccountRows accounts, AccountAudit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** A super admin changes the roles of a member of the own organisation. */
    @Transactional
    public AccountAnswer changeMemberRoles(Caller caller, AccountId id, Set<MemberRole> roles) {
        var found = member(caller, id);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("Super admins change the roles of their organisation's members.");
        }
        if (roles.isEmpty()) {
            return new AccountAnswer.Refused("Choose at least one role.");
        }
        if (!roles.contains(MemberRole.SUPER_ADMIN) && isLastSuperAdmin(found.get())) {
            return new AccountAnswer.Refused("An organisation keeps at least one super admin.");
        }
        accounts.changeRoles(id, roles, found.get().staffRoles());
        audit.record(caller.account(), id, "ROLES_CHANGED", AccountRows.words(roles));
        return new AccountAnswer.Done(id);
    }

    /** A super admin takes a member's access away. */
    @Transactional
    public AccountAnswer removeMember(Caller caller, AccountId id) {
        var found = member(caller, id);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("Super admins remove their organisation's members.");
        }
        if (isLastSuperAdmin(found.get())) {
            return new AccountAnswer.Refused("An organisation keeps at least one super admin.");
        }
        accounts.disable(id);
        audit.record(caller.account(), id, "DISABLED", found.get().email());
        return new AccountAnswer.Done(id);
    }

    /** An administrator changes the roles of a person of the team. */
    @Transactional
    public AccountAnswer changeStaffRoles(Caller caller, AccountId id, Set<StaffRole> roles) {
        var found = accounts.find(id).filter(account -> !account.staffRoles().isEmpty());
        if (found.isEmpty() || !caller.staffRoles().contains(StaffRole.ADMIN)) {
            return new AccountAnswer.Refused("Administrators change the roles of the team.");
        }
        if (roles.isEmpty()) {
            return new AccountAnswer.Refused("Choose at least one role.");
        }
        if (!roles.contains(StaffRole.ADMIN) && isLastAdministrator(found.get())) {
            return new AccountAnswer.Refused("The team keeps at least one administrator.");
        }
        accounts.changeRoles(id, found.get().memberRoles(), roles);
        audit.record(caller.account(), id, "ROLES_CHANGED", AccountRows.words(roles));
        return new AccountAnswer.Done(id);
    }

    private Optional<Account> member(Caller caller, AccountId id) {
        return caller.memberRoles().contains(MemberRole.SUPER_ADMIN)
                ? accounts.find(id)
                        .filter(account -> account.organization() != null && caller.isMemberOf(account.organization()))
                : Optional.empty();
    }

    private boolean isLastSuperAdmin(Account account) {
        OrganizationId organization = account.organization();
        return organization != null
                && account.memberRoles().contains(MemberRole.SUPER_ADMIN)
                && accounts.membersOf(organization).stream()
                        .noneMatch(other -> !other.id().equals(account.id())
                                && !other.disabled()
                                && other.memberRoles().contains(MemberRole.SUPER_ADMIN));
    }

    private boolean isLastAdministrator(Account account) {
        return account.staffRoles().contains(StaffRole.ADMIN)
                && accounts.staff().stream()
                        .noneMatch(other -> !other.id().equals(account.id())
                                && !other.disabled()
                                && other.staffRoles().contains(StaffRole.ADMIN));
    }
}
