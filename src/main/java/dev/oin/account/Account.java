package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in: a member of an ISV organisation, or of the staff.
 *
 * @param organization null for staff without one
 * @param disabled whether signing in and tokens are refused
 * @param employers organisations that a person of the team belongs to by their mail address (AC-11)
 */
public record Account(
        AccountId id,
        @Nullable OrganizationId organization,
        String email,
        String displayName,
        Set<MemberRole> memberRoles,
        Set<StaffRole> staffRoles,
        ZoneId timeZone,
        boolean disabled,
        Instant createdAt,
        Set<OrganizationId> employers) {

    public Account {
        memberRoles = Set.copyOf(memberRoles);
        staffRoles = Set.copyOf(staffRoles);
        employers = Set.copyOf(employers);
    }

    /** A new account; whose address it has shows when it is read. */
    public Account(
            AccountId id,
            @Nullable OrganizationId organization,
            String email,
            String displayName,
            Set<MemberRole> memberRoles,
            Set<StaffRole> staffRoles,
            ZoneId timeZone,
            boolean disabled,
            Instant createdAt) {
        this(id, organization, email, displayName, memberRoles, staffRoles, timeZone, disabled, createdAt, Set.of());
    }

    /** The account as the caller of a use case. */
    public Caller asCaller() {
        return new Caller(id, email, displayName, organization, memberRoles, staffRoles, employers);
    }
}
