package dev.oin.catalog;

import dev.oin.account.Caller;
import dev.oin.account.StaffRole;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.CatalogMails;
import dev.oin.submission.Logos;
import dev.oin.submission.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A catalog on a real database. */
public final class CatalogFixture {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final OrganizationId ACME = new OrganizationId(new UUID(0, 100));
    static final Caller LEE = staff(null, StaffRole.LEAD);
    static final Caller DANA = staff(null, StaffRole.ANALYST);
    static final Caller OWN_LEAD = staff(ACME, StaffRole.LEAD);

    public final Catalog catalog;
    final CatalogRows rows;
    final CatalogVersionRows versions;
    final CatalogMails mails = Mockito.mock(CatalogMails.class);
    final List<Timeline.Event> events = new ArrayList<>();
    final RollBackIntegration rollBack;

    public CatalogFixture(DataSource database) {
        var client = JdbcClient.create(database);
        rows = new CatalogRows(client);
        versions = new CatalogVersionRows(client);
        catalog = new Catalog(rows, new CatalogSearchRows(client), versions, Mockito.mock(Logos.class));
        var timeline = new Timeline() {
            @Override
            public void record(Event event) {
                events.add(event);
            }

            @Override
            public List<Event> of(SubmissionId submission) {
                return events;
            }
        };
        rollBack = new RollBackIntegration(
                rows, versions, timeline, mails, Clock.fixed(NOON.plusSeconds(3600), ZoneOffset.UTC));
    }

    public int publish(int integration, int version, PublicFacts facts) {
        var id = new IntegrationId(new UUID(1, integration));
        return rows.publish(new CatalogRows.NewVersion(
                id,
                ACME,
                new SubmissionId(new UUID(integration, version)),
                1,
                rows.find(id)
                        .map(CatalogEntry::slug)
                        .orElseGet(() ->
                                Slug.of(facts.name(), taken -> rows.find(taken).isPresent())),
                facts,
                NOON.plusSeconds(version)));
    }

    CatalogEntry entry(String slug) {
        return catalog.find(slug).orElseThrow();
    }

    List<String> found(CatalogSearch search) {
        return catalog.search(search, 50, 0, catalog.revision()).entries().stream()
                .map(entry -> entry.facts().name())
                .toList();
    }

    private static Caller staff(OrganizationId organization, StaffRole role) {
        return new Caller(new AccountId(new UUID(0, 7)), "lee@oin.test", "Lee", organization, Set.of(), Set.of(role));
    }
}
