package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a use case, by page, token or the engine's web applications.
 *
 * @param organization the ISV organisation of a member; null for staff without one
 * @param employers organisations that a person of the team belongs to by their mail address
 */
public record Caller(
        AccountId account,
        String email,
        String displayName,
        @Nullable OrganizationId organization,
        Set<MemberRole> memberRoles,
        Set<StaffRole> staffRoles,
        Set<OrganizationId> employers) {

    public Caller {
        memberRoles = Set.copyOf(memberRoles);
        staffRoles = Set.copyOf(staffRoles);
        employers = Set.copyOf(employers);
    }

    /** A caller whose mail address is no ISV's. */
    public Caller(
            AccountId account,
            String email,
            String displayName,
            @Nullable OrganizationId organization,
            Set<MemberRole> memberRoles,
            Set<StaffRole> staffRoles) {
        this(account, email, displayName, organization, memberRoles, staffRoles, Set.of());
    }

    /** Whether the caller belongs to the team. */
    public boolean isStaff() {
        return !staffRoles.isEmpty();
    }

    /** Whether the caller reviews: an analyst, or a lead, who is an analyst too. */
    public boolean isAnalyst() {
        return staffRoles.contains(StaffRole.ANALYST) || isLead();
    }

    /** Whether the caller may reject, waive and assign. */
    public boolean isLead() {
        return staffRoles.contains(StaffRole.LEAD);
    }

    /** Whether the caller is a member of the organisation. */
    public boolean isMemberOf(OrganizationId other) {
        return other.equals(organization);
    }

    /** AC-11: whether the organisation is the caller's own, as a member or by the mail address; such a caller judges nothing of it. */
    public boolean belongsTo(OrganizationId other) {
        return isMemberOf(other) || employers.contains(other);
    }

    /** AC-1: may configure, test and submit. */
    public boolean mayTestAndSubmit() {
        return memberRoles.contains(MemberRole.SUPER_ADMIN)
                || (memberRoles.contains(MemberRole.APP_ADMIN) && memberRoles.contains(MemberRole.ORG_ADMIN));
    }

    /** AC-1, AC-2: may edit the wizard's pages. */
    public boolean mayEdit() {
        return memberRoles.contains(MemberRole.SUPER_ADMIN) || memberRoles.contains(MemberRole.APP_ADMIN);
    }

    /** AC-1, AC-3: may create people in the sandbox. */
    public boolean mayManagePeople() {
        return memberRoles.contains(MemberRole.SUPER_ADMIN) || memberRoles.contains(MemberRole.ORG_ADMIN);
    }

    /** AC-5: may view submissions. */
    public boolean mayView() {
        return mayEdit() || memberRoles.contains(MemberRole.READ_ONLY);
    }
}
