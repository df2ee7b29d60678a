package dev.oin.account;

import dev.oin.kernel.OrganizationId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The invitations that can still be accepted, and how they are taken back. */
@Component
public class OpenInvitations {

    private final InvitationRows rows;
    private final AccountAudit audit;
    private final Clock clock;

    OpenInvitations(InvitationRows rows, AccountAudit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those to the organisation, the newest first. */
    public List<Invitation> of(OrganizationId organization) {
        return rows.open(organization, clock.instant());
    }

    /** Those to the team, the newest first. */
    public List<Invitation> toStaff() {
        return rows.open(null, clock.instant());
    }

    /** Makes the link void; false unless it is open and the caller may invite to the same place. */
    @Transactional
    public boolean revoke(Caller caller, UUID id) {
        var isAdministrator = caller.staffRoles().contains(StaffRole.ADMIN);
        var isSuperAdmin = caller.memberRoles().contains(MemberRole.SUPER_ADMIN) && caller.organization() != null;
        return (isAdministrator && revoke(null, caller, id))
                || (isSuperAdmin && revoke(caller.organization(), caller, id));
    }

    private boolean revoke(@Nullable OrganizationId place, Caller caller, UUID id) {
        var found = rows.open(place, clock.instant()).stream()
                .filter(invitation -> invitation.id().equals(id) && rows.delete(invitation))
                .findFirst();
        found.ifPresent(invitation ->
                audit.record(caller.account(), caller.account(), "INVITATION_REVOKED", invitation.email()));
        return found.isPresent();
    }
}
