package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites members and staff by a one-time link, and turns a link into an account. */
@Component
public class Invitations {

    private final InvitationRows rows;
    private final AccountRows accounts;
    private final NewAccounts newAccounts;
    private final Secrets secrets;
    private final InvitationLetter letter;
    private final AccountAudit audit;
    private final AccountProperties properties;
    private final Ids ids;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            AccountRows accounts,
            NewAccounts newAccounts,
            Secrets secrets,
            InvitationLetter letter,
            AccountAudit audit,
            AccountProperties properties,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.secrets = secrets;
        this.letter = letter;
        this.audit = audit;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** A super admin invites a member of the own organisation. */
    @Transactional
    public AccountAnswer inviteMember(Caller caller, String email, Set<MemberRole> roles) {
        if (caller.organization() == null || !caller.memberRoles().contains(MemberRole.SUPER_ADMIN)) {
            return new AccountAnswer.Refused("Super admins invite members.");
        }
        if (roles.isEmpty()) {
            return new AccountAnswer.Refused("Choose at least one role.");
        }
        var invitation = new Invitation(
                ids.next(),
                caller.organization(),
                EmailAddresses.plain(email),
                roles,
                Set.of(),
                clock.instant().plus(properties.invitationLifetime()));
        return invite(invitation, caller.account());
    }

    /** An administrator invites a person of the team. */
    @Transactional
    public AccountAnswer inviteStaff(Caller caller, String email, Set<StaffRole> roles) {
        if (!caller.staffRoles().contains(StaffRole.ADMIN)) {
            return new AccountAnswer.Refused("Administrators invite staff.");
        }
        if (roles.isEmpty()) {
            return new AccountAnswer.Refused("Choose at least one role.");
        }
        return invite(staff(email, roles), caller.account());
    }

    /** The first administrator's link; older links to the address are void. */
    @Transactional
    String inviteFirstAdministrator(String email) {
        return add(staff(email, Set.of(StaffRole.ADMIN)), null);
    }

    /** The first super admin of an organisation that was just made. */
    @Transactional
    AccountAnswer inviteFirstSuperAdmin(Organization organization, String email, AccountId by) {
        var expires = clock.instant().plus(properties.invitationLifetime());
        return invite(
                new Invitation(
                        ids.next(),
                        organization.id(),
                        EmailAddresses.plain(email),
                        Set.of(MemberRole.SUPER_ADMIN),
                        Set.of(),
                        expires),
                by);
    }

    /** The invitation behind the link, while it can be accepted. */
    public Optional<Invitation> find(String text) {
        return rows.findOpen(Secrets.hash(text), clock.instant());
    }

    /** Makes the account; the link is used up. */
    @Transactional
    public AccountAnswer accept(String text, String displayName, String password) {
        var found = rows.findOpen(Secrets.hash(text), clock.instant());
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("This invitation was used, has expired, or never was.");
        }
        var objection = newAccounts.objection(displayName, password);
        if (objection.isPresent()) {
            return new AccountAnswer.Refused(objection.get());
        }
        var invitation = found.get();
        // Said to the owner of the mailbox only: nobody else has the link.
        if (accounts.findByEmail(invitation.email()).isPresent() || !rows.use(invitation, clock.instant())) {
            return new AccountAnswer.Refused(
                    "Your e-mail address has an account already, and an account belongs to one organization. Sign in with it.");
        }
        var account = newAccounts.make(
                invitation.organization(),
                invitation.email(),
                displayName,
                invitation.memberRoles(),
                invitation.staffRoles(),
                password);
        audit.record(account.id(), account.id(), "INVITATION_ACCEPTED", account.email());
        return new AccountAnswer.Done(account.id());
    }

    /** Why the address cannot be invited. */
    static Optional<String> objection(String email) {
        return EmailAddresses.isComplete(EmailAddresses.plain(email))
                ? Optional.empty()
                : Optional.of("Enter a complete e-mail address.");
    }

    /**
     * Why the address needs no invitation here. An account elsewhere is no reason: the answer would tell strangers who
     * has one; the owner of the mailbox learns it behind the link.
     */
    private Optional<String> objection(Invitation invitation) {
        return objection(invitation.email())
                .or(() -> accounts.findByEmail(invitation.email())
                        .filter(known -> isHere(known, invitation))
                        .map(known -> known.disabled()
                                ? known.email() + " was removed. Give the access back in the list."
                                : known.email() + " has access already. Change the roles in the list."));
    }

    private static boolean isHere(Account account, Invitation invitation) {
        return invitation.organization() == null
                ? account.organization() == null
                : invitation.organization().equals(account.organization());
    }

    private AccountAnswer invite(Invitation invitation, AccountId by) {
        var objection = objection(invitation);
        if (objection.isPresent()) {
            return new AccountAnswer.Refused(objection.get());
        }
        add(invitation, by);
        audit.record(by, by, "INVITED", invitation.email() + ": " + invitation.roleWords());
        return new AccountAnswer.Done(by);
    }

    private String add(Invitation invitation, @Nullable AccountId by) {
        var text = secrets.next();
        rows.deleteOpen(invitation.email(), invitation.organization());
        rows.add(invitation, Secrets.hash(text), by, clock.instant());
        return letter.send(invitation, text);
    }

    private Invitation staff(String email, Set<StaffRole> roles) {
        return new Invitation(
                ids.next(),
                null,
                EmailAddresses.plain(email),
                Set.of(),
                roles,
                clock.instant().plus(properties.invitationLifetime()));
    }
}
