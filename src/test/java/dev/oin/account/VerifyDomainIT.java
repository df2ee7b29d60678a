package dev.oin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Ids;
import dev.oin.storage.database.OinRepositoryTest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** AC-7: which domains count as the company's, and who is told to have more admins (AC-8). */
@OinRepositoryTest
class VerifyDomainIT {

    private final Map<String, List<String>> dns = new HashMap<>();
    private boolean isDnsAway;

    private final AccountFixture fixture;
    private final OrganizationRows organizations;
    private final VerifyDomain verify;
    private final RemoveDomain removal;
    private final MoreAdmins moreAdmins;
    private final AccountAudit audit;

    private Organization acme;
    private Caller ada;

    VerifyDomainIT(@Autowired JdbcClient client, @Autowired PlatformTransactionManager transactions) {
        var clock = Clock.systemUTC();
        Ids ids = UUID::randomUUID;
        var secrets = new Secrets(new SecureRandom());
        organizations = new OrganizationRows(client);
        audit = new AccountAudit(client, ids, clock);
        var accounts = new AccountRows(client);
        var properties = new AccountProperties(
                3,
                Duration.ofMinutes(15),
                Duration.ofHours(4),
                Duration.ofDays(366),
                Duration.ofDays(7),
                Duration.ofHours(1),
                "https://oin.example");
        fixture = new AccountFixture(
                organizations,
                accounts,
                new Passwords(client),
                new ApiTokens(new TokenRows(client), accounts, secrets, audit, properties, ids, clock));
        removal = new RemoveDomain(new DomainRows(client, clock), organizations, accounts, audit);
        verify = new VerifyDomain(
                new DomainRows(client, clock),
                organizations,
                this::lookUp,
                secrets,
                audit,
                new TransactionTemplate(transactions));
        moreAdmins = new MoreAdmins(client, clock);
    }

    @BeforeEach
    void found() {
        acme = fixture.organization();
        ada = fixture.member(acme, MemberRole.SUPER_ADMIN).asCaller();
    }

    @Test
    void ac_7_a_txt_record_proves_a_further_domain() {
        verify.claim(ada, " Acme-Labs.Example ");
        var claim = verify.claims(ada).getFirst();
        dns.put(claim.record(), List.of("v=spf1 -all", claim.proof()));

        var answer = verify.check(ada, claim.domain());

        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        assertThat(claim.record()).isEqualTo("_oin-challenge.acme-labs.example");
        assertThat(organizations.get(acme.id()).verifiedDomains()).contains("acme-labs.example");
        assertThat(verify.claims(ada)).isEmpty();
        assertThat(audit.of(acme.id())).extracting(AuditEntry::what).contains("DOMAIN_CLAIMED", "DOMAIN_VERIFIED");
    }

    @Test
    void ac_7_without_the_record_it_stays_unproved_and_says_what_is_missing() {
        verify.claim(ada, "acme-labs.example");
        var claim = verify.claims(ada).getFirst();

        assertThat(reason(verify.check(ada, claim.domain()))).contains("There is no TXT record at " + claim.record());
        dns.put(claim.record(), List.of("oin-domain-verification=another"));
        assertThat(reason(verify.check(ada, claim.domain()))).contains("holds something else", claim.proof());
        isDnsAway = true;
        assertThat(reason(verify.check(ada, claim.domain()))).contains("The DNS did not answer");
        assertThat(organizations.get(acme.id()).verifiedDomains()).doesNotContain("acme-labs.example");
    }

    @Test
    void ac_7_a_consumer_domain_cannot_be_claimed() {
        for (var domain :
                List.of("gmail.com", "GMAIL.com", "localhost", "", "acme.example/x", "a".repeat(64) + ".example")) {
            assertThat(reason(verify.claim(ada, domain))).contains("cannot be a company's own domain");
        }
        assertThat(verify.claims(ada)).isEmpty();
    }

    @Test
    void another_organisations_proof_does_not_prove_and_its_domain_is_not_taken() {
        var eve = fixture.superAdmin().asCaller();
        verify.claim(ada, "acme-labs.example");
        verify.claim(eve, "acme-labs.example");
        var hers = verify.claims(ada).getFirst();
        dns.put(hers.record(), List.of(hers.proof()));

        assertThat(reason(verify.check(eve, "acme-labs.example"))).contains("holds something else");

        verify.check(ada, "acme-labs.example");
        var eves = verify.claims(eve).getFirst();
        dns.put(eves.record(), List.of(eves.proof()));
        assertThat(reason(verify.check(eve, "acme-labs.example"))).contains("verified for another organization");
        assertThat(organizations.get(acme.id()).verifiedDomains()).contains("acme-labs.example");
    }

    @Test
    void only_super_admins_claim_check_and_withdraw() {
        verify.claim(ada, "acme-labs.example");
        var ben =
                fixture.member(acme, MemberRole.APP_ADMIN, MemberRole.ORG_ADMIN).asCaller();

        assertThat(verify.claims(ben)).isEmpty();
        assertThat(verify.claim(ben, "more.example")).isInstanceOf(AccountAnswer.Refused.class);
        assertThat(verify.check(ben, "acme-labs.example")).isInstanceOf(AccountAnswer.Refused.class);
        assertThat(verify.withdraw(ben, "acme-labs.example")).isInstanceOf(AccountAnswer.Refused.class);
        assertThat(verify.claims(ada)).hasSize(1);
        assertThat(verify.withdraw(ada, "acme-labs.example")).isInstanceOf(AccountAnswer.Done.class);
        assertThat(verify.claims(ada)).isEmpty();
    }

    @Test
    void ac_7_a_super_admin_removes_a_domain_and_the_last_one_only_knowingly() {
        var first = acme.verifiedDomains().iterator().next();
        fixture.remove(fixture.member(acme, MemberRole.APP_ADMIN).id());
        verify.claim(ada, "acme-labs.example");
        var claim = verify.claims(ada).getFirst();
        dns.put(claim.record(), List.of(claim.proof()));
        verify.check(ada, claim.domain());
        var ben =
                fixture.member(acme, MemberRole.APP_ADMIN, MemberRole.ORG_ADMIN).asCaller();
        var eve = fixture.superAdmin().asCaller();

        assertThat(removal.held(ben))
                .containsExactlyInAnyOrder(
                        new RemoveDomain.Held(first, 2, false), new RemoveDomain.Held("acme-labs.example", 0, false));
        assertThat(removal.remove(ben, first, true)).isInstanceOf(RemoveDomain.Answer.Forbidden.class);
        assertThat(removal.remove(eve, first, true)).isInstanceOf(RemoveDomain.Answer.Unknown.class);
        assertThat(removal.remove(ada, " ACME-labs.example ", false)).isEqualTo(new RemoveDomain.Answer.Removed());
        assertThat(removal.held(ada)).containsExactly(new RemoveDomain.Held(first, 2, true));
        assertThat(removal.remove(ada, first, false)).isInstanceOf(RemoveDomain.Answer.Last.class);
        assertThat(organizations.get(acme.id()).verifiedDomains()).containsExactly(first);
        assertThat(removal.remove(ada, first, true)).isEqualTo(new RemoveDomain.Answer.Removed());
        assertThat(organizations.get(acme.id()).verifiedDomains()).isEmpty();
        assertThat(audit.of(acme.id()))
                .filteredOn(entry -> entry.what().equals("DOMAIN_REMOVED"))
                .extracting(AuditEntry::detail)
                .containsExactlyInAnyOrder("acme-labs.example", first);
    }

    @Test
    void a_claim_asked_for_twice_keeps_its_record_and_there_are_at_most_ten() {
        verify.claim(ada, "acme-labs.example");
        var first = verify.claims(ada);
        verify.claim(ada, "acme-labs.example");
        assertThat(verify.claims(ada)).isEqualTo(first);
        for (var number = 1; number < 10; number++) {
            verify.claim(ada, "acme-%d.example".formatted(number));
        }

        assertThat(reason(verify.claim(ada, "one-more.example"))).contains("10 domains wait");
    }

    @Test
    void ac_8_super_admins_are_advised_to_have_more_admins_until_there_are_three() {
        var ben = fixture.member(acme, MemberRole.APP_ADMIN).asCaller();
        assertThat(moreAdmins.tooFew(ada)).contains(1);
        assertThat(moreAdmins.tooFew(ben)).isEmpty();

        fixture.member(acme, MemberRole.APP_ADMIN, MemberRole.ORG_ADMIN);
        assertThat(moreAdmins.tooFew(ada)).contains(2);
        fixture.member(acme, MemberRole.SUPER_ADMIN);

        assertThat(moreAdmins.tooFew(ada)).isEmpty();
    }

    @Test
    void ac_8_advice_that_was_put_away_comes_back_only_when_there_are_fewer_and_is_ones_own() {
        var ben = fixture.member(acme, MemberRole.SUPER_ADMIN).asCaller();

        moreAdmins.putAway(ada);

        assertThat(moreAdmins.tooFew(ada)).isEmpty();
        assertThat(moreAdmins.tooFew(ben)).contains(2);
        fixture.remove(ben.account());
        assertThat(moreAdmins.tooFew(ada)).contains(1);
    }

    private List<String> lookUp(String name) throws TxtRecords.NoAnswer {
        if (isDnsAway) {
            throw new TxtRecords.NoAnswer(new IllegalStateException("away"));
        }
        return dns.getOrDefault(name, List.of());
    }

    private static @Nullable String reason(AccountAnswer answer) {
        return answer instanceof AccountAnswer.Refused(var reason) ? reason : null;
    }
}
