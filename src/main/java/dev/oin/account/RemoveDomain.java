package dev.oin.account;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives up a verified domain of an organisation (AC-7): who has an address there can submit no more. */
@Component
public class RemoveDomain {

    private final DomainRows domains;
    private final Organizations organizations;
    private final AccountRows accounts;
    private final AccountAudit audit;

    RemoveDomain(DomainRows domains, Organizations organizations, AccountRows accounts, AccountAudit audit) {
        this.domains = domains;
        this.organizations = organizations;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * A verified domain, and what would be lost with it.
     *
     * @param members how many have an address there
     * @param isLast whether there is no other
     */
    public record Held(String domain, int members, boolean isLast) {}

    /** What became of the wish. */
    public sealed interface Answer {

        /** It is the organisation's no more. */
        record Removed() implements Answer {}

        /** The caller may not. */
        record Forbidden(String because) implements Answer {}

        /** It is the last one, and the caller did not say so. */
        record Last(String because) implements Answer {}

        /** It is no verified domain of the organisation. */
        record Unknown(String because) implements Answer {}
    }

    /** The verified domains of the caller's organisation, by name. */
    public List<Held> held(Caller caller) {
        return Optional.ofNullable(caller.organization()).map(organizations::get).stream()
                .flatMap(organization -> held(organization).stream())
                .toList();
    }

    /** Removes it; the last one only for who says that it is the last. */
    @Transactional
    public Answer remove(Caller caller, String text, boolean evenLast) {
        var organization = caller.organization();
        if (organization == null || !caller.memberRoles().contains(MemberRole.SUPER_ADMIN)) {
            return new Answer.Forbidden("Super admins remove domains of their organization.");
        }
        accounts.holdMembers(organization);
        var domain = CompanyDomains.plain(text);
        var found = held(organizations.get(organization)).stream()
                .filter(one -> one.domain().equals(domain))
                .findFirst();
        if (found.isEmpty()) {
            return new Answer.Unknown("\"%s\" is no verified domain of yours.".formatted(domain));
        }
        if (found.get().isLast() && !evenLast) {
            return new Answer.Last(
                    "%s is your last verified domain: without one nobody of you can submit. AC-7".formatted(domain));
        }
        domains.remove(organization, domain);
        audit.record(caller.account(), caller.account(), "DOMAIN_REMOVED", domain);
        return new Answer.Removed();
    }

    private List<Held> held(Organization organization) {
        var members = accounts.membersOf(organization.id()).stream()
                .filter(account -> !account.disabled())
                .map(account -> EmailAddresses.domainOf(account.email()))
                .toList();
        var all = organization.verifiedDomains();
        return all.stream()
                .sorted()
                .map(domain -> new Held(
                        domain, (int) members.stream().filter(domain::equals).count(), all.size() == 1))
                .toList();
    }
}
