package dev.oin.account;

import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A company signs itself up: who owns a mailbox in its domain becomes the first super admin, and the domain counts as
 * verified. What exists already is told in the mailbox only.
 */
@Component
public class SignUp {

    private static final int LONGEST_COMPANY = 128;
    private static final int LONGEST_SLUG = 60;

    private final OneTimeLinks links;
    private final OrganizationRows organizations;
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final AccountLetter letter;
    private final AccountAudit audit;
    private final Ids ids;
    private final Clock clock;

    SignUp(
            OneTimeLinks links,
            OrganizationRows organizations,
            Accounts accounts,
            NewAccounts newAccounts,
            AccountLetter letter,
            AccountAudit audit,
            Ids ids,
            Clock clock) {
        this.links = links;
        this.organizations = organizations;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.letter = letter;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sends a mail to the address; what is wrong at which field otherwise. */
    @Transactional
    public Map<String, String> request(String email, String company, String remoteAddress) {
        var plain = EmailAddresses.plain(email);
        var faults = faults(plain, company.strip());
        if (faults.isEmpty()) {
            links.make(OneTimeLink.Purpose.SIGN_UP, plain, company.strip(), Network.of(remoteAddress))
                    .ifPresent(this::answer);
        }
        return faults;
    }

    /** The link behind the text, while it works. */
    public Optional<OneTimeLink> find(String text) {
        return links.find(OneTimeLink.Purpose.SIGN_UP, text);
    }

    /** Makes the organisation and its first super admin; the link is used up. */
    @Transactional
    public AccountAnswer complete(String text, String name, String password) {
        var found = find(text);
        if (found.isEmpty()) {
            return new AccountAnswer.Refused("This link was used, has expired, or never was.");
        }
        var objection = newAccounts.objection(name, password);
        if (objection.isPresent()) {
            return new AccountAnswer.Refused(objection.get());
        }
        var link = found.get();
        organizations.hold(EmailAddresses.domainOf(link.email()));
        if (isHere(link) || !links.use(link)) {
            return new AccountAnswer.Refused(
                    "Your company was signed up in between. Ask one of its super admins to invite you.");
        }
        var domain = EmailAddresses.domainOf(link.email());
        var organization = new Organization(
                new OrganizationId(ids.next()), slug(domain), link.company(), Set.of(domain), clock.instant());
        organizations.add(organization);
        var account = newAccounts.make(
                organization.id(), link.email(), name, Set.of(MemberRole.SUPER_ADMIN), Set.of(), password);
        audit.record(account.id(), account.id(), "SIGNED_UP", link.company() + ", " + domain);
        return new AccountAnswer.Done(account.id());
    }

    private static Map<String, String> faults(String email, String company) {
        var faults = new LinkedHashMap<String, String>();
        if (!EmailAddresses.isComplete(email)) {
            faults.put("email", "Enter a complete e-mail address.");
        } else if (!CompanyDomains.isCompany(EmailAddresses.domainOf(email))) {
            faults.put(
                    "email",
                    "%s is not a company's own domain. Who submits must have an address there: use your work address. AC-7"
                            .formatted(EmailAddresses.domainOf(email)));
        }
        if (company.isEmpty()
                || company.length() > LONGEST_COMPANY
                || company.chars().anyMatch(Character::isISOControl)) {
            faults.put("company", "Enter the company's name, at most %d characters.".formatted(LONGEST_COMPANY));
        }
        return faults;
    }

    private void answer(OneTimeLinks.Made made) {
        if (accounts.findByEmail(made.link().email()).isPresent()) {
            letter.hasAccount(made.link());
        } else if (isHere(made.link())) {
            letter.hasOrganization(made.link());
        } else {
            letter.signUp(made);
        }
    }

    private boolean isHere(OneTimeLink link) {
        return accounts.findByEmail(link.email()).isPresent()
                || organizations.isTaken(EmailAddresses.domainOf(link.email()));
    }

    private String slug(String domain) {
        var plain = domain.replaceAll("[^a-z0-9]+", "-");
        var start = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? start : start + "-" + number)
                .filter(slug -> organizations.find(slug).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
