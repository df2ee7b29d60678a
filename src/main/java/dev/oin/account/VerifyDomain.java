package dev.oin.account;

import dev.oin.kernel.OrganizationId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An organisation's further domains (AC-7): a mailbox proves the first, at sign-up; a TXT record in the DNS proves that
 * another is the company's too, which a mailbox in it would not.
 */
@Component
public class VerifyDomain {

    private static final int MOST_CLAIMS = 10;
    private static final String NOT_YOURS = "Super admins verify domains of their organization.";

    private final DomainRows domains;
    private final Organizations organizations;
    private final TxtRecords dns;
    private final Secrets secrets;
    private final AccountAudit audit;
    private final TransactionTemplate transaction;

    VerifyDomain(
            DomainRows domains,
            Organizations organizations,
            TxtRecords dns,
            Secrets secrets,
            AccountAudit audit,
            TransactionTemplate transaction) {
        this.domains = domains;
        this.organizations = organizations;
        this.dns = dns;
        this.secrets = secrets;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The domains of the caller's organisation that wait for their proof; none for those who cannot give it. */
    public List<DomainClaim> claims(Caller caller) {
        return manages(caller).map(domains::claims).orElse(List.of());
    }

    /** Says that a domain is the organisation's, and gets the record that proves it. */
    public AccountAnswer claim(Caller caller, String text) {
        var organization = manages(caller);
        if (organization.isEmpty()) {
            return new AccountAnswer.Refused(NOT_YOURS);
        }
        var domain = CompanyDomains.plain(text);
        return fault(organization.get(), domain)
                .<AccountAnswer>map(AccountAnswer.Refused::new)
                .orElseGet(() -> {
                    transaction.executeWithoutResult(open -> {
                        domains.claim(organization.get(), domain, secrets.next());
                        audit.record(caller.account(), caller.account(), "DOMAIN_CLAIMED", domain);
                    });
                    return new AccountAnswer.Done(caller.account());
                });
    }

    /** Looks for the record; the DNS is asked outside of any transaction. */
    public AccountAnswer check(Caller caller, String text) {
        var organization = manages(caller);
        var domain = CompanyDomains.plain(text);
        var claim = organization.flatMap(id -> domains.claim(id, domain));
        if (organization.isEmpty() || claim.isEmpty()) {
            return refused(organization, domain);
        }
        return objection(claim.get())
                .<AccountAnswer>map(AccountAnswer.Refused::new)
                .orElseGet(() -> verified(caller, organization.get(), domain));
    }

    /** Takes the claim back. */
    public AccountAnswer withdraw(Caller caller, String text) {
        var organization = manages(caller);
        var domain = CompanyDomains.plain(text);
        return Objects.requireNonNull(transaction.execute(open -> {
            if (organization.filter(id -> domains.withdraw(id, domain)).isEmpty()) {
                return refused(organization, domain);
            }
            audit.record(caller.account(), caller.account(), "DOMAIN_WITHDRAWN", domain);
            return new AccountAnswer.Done(caller.account());
        }));
    }

    private static AccountAnswer refused(Optional<OrganizationId> organization, String domain) {
        return new AccountAnswer.Refused(
                organization.isPresent() ? "\"%s\" does not wait for a record here.".formatted(domain) : NOT_YOURS);
    }

    private Optional<String> fault(OrganizationId organization, String domain) {
        if (!CompanyDomains.isCompany(domain)) {
            return Optional.of(
                    "\"%s\" cannot be a company's own domain. Enter one like acme.example; those of public mail providers do not count. AC-7"
                            .formatted(domain));
        }
        if (organizations.get(organization).verifiedDomains().contains(domain)) {
            return Optional.of(domain + " is verified already.");
        }
        return domains.claims(organization).size() >= MOST_CLAIMS
                ? Optional.of("%d domains wait for their record already. Withdraw one first.".formatted(MOST_CLAIMS))
                : Optional.empty();
    }

    /** Why the record does not prove the claim yet. */
    private Optional<String> objection(DomainClaim claim) {
        try {
            var found = dns.of(claim.record());
            if (found.contains(claim.proof())) {
                return Optional.empty();
            }
            return Optional.of(
                    found.isEmpty()
                            ? "There is no TXT record at %s yet. A new record can take an hour to be seen; check again then."
                                    .formatted(claim.record())
                            : "The TXT record at %s holds something else. Replace it by %s."
                                    .formatted(claim.record(), claim.proof()));
        } catch (TxtRecords.NoAnswer unanswered) {
            return Optional.of(
                    "The DNS did not answer for %s. That says nothing about your record: check again in a minute."
                            .formatted(claim.record()));
        }
    }

    private AccountAnswer verified(Caller caller, OrganizationId organization, String domain) {
        return Objects.requireNonNull(transaction.execute(open -> {
            if (!domains.verify(organization, domain)) {
                return new AccountAnswer.Refused(
                        "%s is verified for another organization. Ask the OIN team to bring the two together."
                                .formatted(domain));
            }
            domains.withdraw(organization, domain);
            audit.record(caller.account(), caller.account(), "DOMAIN_VERIFIED", domain + ", by DNS");
            return new AccountAnswer.Done(caller.account());
        }));
    }

    private static Optional<OrganizationId> manages(Caller caller) {
        return Optional.ofNullable(caller.organization())
                .filter(id -> caller.memberRoles().contains(MemberRole.SUPER_ADMIN));
    }
}
