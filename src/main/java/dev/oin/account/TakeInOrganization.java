package dev.oin.account;

import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator takes in an ISV: its organisation, its verified domains, its first super admin. */
@Component
public class TakeInOrganization {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 128;

    private final OrganizationRows organizations;
    private final Invitations invitations;
    private final AccountAudit audit;
    private final Ids ids;
    private final Clock clock;

    TakeInOrganization(
            OrganizationRows organizations, Invitations invitations, AccountAudit audit, Ids ids, Clock clock) {
        this.organizations = organizations;
        this.invitations = invitations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates the organisation and invites its first super admin, whose address is in one of its domains. */
    @Transactional
    public AccountAnswer takeIn(Caller caller, String slug, String name, Set<String> domains, String superAdmin) {
        var plain = domains.stream().map(CompanyDomains::plain).collect(Collectors.toUnmodifiableSet());
        var fault = fault(caller, slug, name, plain);
        if (fault.isPresent()) {
            return new AccountAnswer.Refused(fault.get());
        }
        if (!plain.contains(CompanyDomains.plain(superAdmin.substring(superAdmin.lastIndexOf('@') + 1)))) {
            return new AccountAnswer.Refused("The super admin's e-mail address must be in one of the domains.");
        }
        var objection = Invitations.objection(superAdmin);
        if (objection.isPresent()) {
            return new AccountAnswer.Refused(objection.get());
        }
        var organization = new Organization(new OrganizationId(ids.next()), slug, name.strip(), plain, clock.instant());
        organizations.add(organization);
        audit.record(caller.account(), null, "ORGANIZATION_CREATED", slug);
        return invitations.inviteFirstSuperAdmin(organization, superAdmin, caller.account());
    }

    private Optional<String> fault(Caller caller, String slug, String name, Set<String> domains) {
        if (!caller.staffRoles().contains(StaffRole.ADMIN)) {
            return Optional.of("Administrators take in organizations.");
        }
        if (!SLUG.matcher(slug).matches() || organizations.find(slug).isPresent()) {
            return Optional.of("Choose a short name of a-z, 0-9 and - that is not taken.");
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Optional.of("Enter the company's name, at most %d characters.".formatted(LONGEST_NAME));
        }
        if (domains.isEmpty() || !domains.stream().allMatch(CompanyDomains::isCompany)) {
            return Optional.of("Enter the company's own domains; those of public mail providers do not count.");
        }
        return domains.stream()
                .filter(organizations::isTaken)
                .findFirst()
                .map("The domain %s belongs to another organization."::formatted);
    }
}
