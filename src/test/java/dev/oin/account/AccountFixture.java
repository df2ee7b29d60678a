package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Makes organisations, accounts and tokens in a test's database; bring it with {@code @Import}. */
@TestComponent
public class AccountFixture {

    public static final String PASSWORD = "correct horse battery";

    private final OrganizationRows organizations;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final ApiTokens tokens;

    AccountFixture(OrganizationRows organizations, AccountRows accounts, Passwords passwords, ApiTokens tokens) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /** An organisation with a domain of its own. */
    public Organization organization() {
        var id = UUID.randomUUID();
        var slug = "org-" + id.toString().substring(0, 13);
        var organization =
                new Organization(new OrganizationId(id), slug, "Org " + slug, Set.of(slug + ".example"), now());
        organizations.add(organization);
        return organization;
    }

    /** A member of the organisation. */
    public Account member(Organization organization, MemberRole... roles) {
        var id = UUID.randomUUID();
        return add(new Account(
                new AccountId(id),
                organization.id(),
                id + "@" + organization.verifiedDomains().iterator().next(),
                "Member " + id.toString().substring(0, 8),
                Set.of(roles),
                Set.of(),
                ZoneId.of("UTC"),
                false,
                now()));
    }

    /** A super admin of an organisation of their own. */
    public Account superAdmin() {
        return member(organization(), MemberRole.SUPER_ADMIN);
    }

    /** A person of the team. */
    public Account staff(StaffRole... roles) {
        return staffWithAddressIn("oin.example", roles);
    }

    /** A person of the team, member of no organisation, whose mailbox is the company's. */
    public Account colleague(Organization organization, StaffRole... roles) {
        var domain = organization.verifiedDomains().iterator().next();
        return accounts.get(staffWithAddressIn("mail." + domain, roles).id());
    }

    private Account staffWithAddressIn(String domain, StaffRole... roles) {
        var id = UUID.randomUUID();
        return add(new Account(
                new AccountId(id),
                null,
                id + "@" + domain,
                "Staff " + id.toString().substring(0, 8),
                Set.of(),
                Set.of(roles),
                ZoneId.of("UTC"),
                false,
                now()));
    }

    /** A person of the team who belongs to an organisation as well. */
    public Account insider(Organization organization, StaffRole... roles) {
        var member = member(organization);
        accounts.changeRoles(member.id(), Set.of(), Set.of(roles));
        return accounts.get(member.id());
    }

    /** Takes the account's access away. */
    public void remove(AccountId account) {
        accounts.disable(account, true);
    }

    /** Gives the account {@link #PASSWORD}. */
    public void setPassword(Account account) {
        passwords.set(account.id(), PASSWORD);
    }

    /** A token of the account. */
    public String token(Account account) {
        return token(account, TokenScope.FULL);
    }

    /** A token of the account. */
    public String token(Account account, TokenScope scope) {
        return tokens.create(account.asCaller(), "test", scope, Duration.ofDays(1))
                .text();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private Account add(Account account) {
        accounts.add(account);
        return account;
    }
}
