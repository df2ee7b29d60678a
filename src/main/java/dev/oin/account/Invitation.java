package dev.oin.account;

import dev.oin.kernel.OrganizationId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A one-time link that makes an account.
 *
 * @param organization null for staff
 */
public record Invitation(
        UUID id,
        @Nullable OrganizationId organization,
        String email,
        Set<MemberRole> memberRoles,
        Set<StaffRole> staffRoles,
        Instant expiresAt) {

    public Invitation {
        memberRoles = Set.copyOf(memberRoles);
        staffRoles = Set.copyOf(staffRoles);
    }

    String roleWords() {
        return AccountRows.words(organization == null ? staffRoles : memberRoles);
    }
}
