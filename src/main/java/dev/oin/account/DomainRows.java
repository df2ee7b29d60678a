package dev.oin.account;

import dev.oin.kernel.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of claimed and of verified domains. */
@Repository
class DomainRows {

    private final JdbcClient client;
    private final Clock clock;

    DomainRows(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    List<DomainClaim> claims(OrganizationId organization) {
        return client.sql("select domain, proof from domain_claims where organization = :organization order by domain")
                .param("organization", organization.value())
                .query((row, number) -> DomainClaim.of(row.getString("domain"), row.getString("proof")))
                .list();
    }

    Optional<DomainClaim> claim(OrganizationId organization, String domain) {
        return claims(organization).stream()
                .filter(claim -> claim.domain().equals(domain))
                .findFirst();
    }

    void claim(OrganizationId organization, String domain, String proof) {
        client.sql("""
                        insert into domain_claims (organization, domain, proof, claimed_at)
                        values (:organization, :domain, :proof, :now) on conflict do nothing""")
                .param("organization", organization.value())
                .param("domain", domain)
                .param("proof", proof)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether there was one. */
    boolean withdraw(OrganizationId organization, String domain) {
        return client.sql("delete from domain_claims where organization = :organization and domain = :domain")
                        .param("organization", organization.value())
                        .param("domain", domain)
                        .update()
                > 0;
    }

    /** It is the organisation's no more. */
    void remove(OrganizationId organization, String domain) {
        client.sql("delete from verified_domains where organization = :organization and domain = :domain")
                .param("organization", organization.value())
                .param("domain", domain)
                .update();
    }

    /** Whether the domain was nobody's before. */
    boolean verify(OrganizationId organization, String domain) {
        return client.sql("""
                        insert into verified_domains (organization, domain, verified_at)
                        values (:organization, :domain, :now) on conflict do nothing""")
                        .param("organization", organization.value())
                        .param("domain", domain)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }
}
