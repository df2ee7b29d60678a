package dev.oin.account;

import dev.oin.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of organisations and their verified domains. */
@Repository
class OrganizationRows implements Organizations {

    private static final String SELECT = """
            select o.*, array(select d.domain from verified_domains d where d.organization = o.id) as domains
            from organizations o""";

    private final JdbcClient client;

    OrganizationRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return client.sql(SELECT + " where o.id = :id")
                .param("id", id.value())
                .query(OrganizationRows::organization)
                .optional();
    }

    @Override
    public Optional<Organization> find(String slug) {
        return client.sql(SELECT + " where o.slug = :slug")
                .param("slug", slug)
                .query(OrganizationRows::organization)
                .optional();
    }

    @Override
    public Organization get(OrganizationId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No organization " + id));
    }

    @Override
    public List<Organization> all() {
        return client.sql(SELECT + " order by o.name")
                .query(OrganizationRows::organization)
                .list();
    }

    /** One transaction at a time decides whose the domain is. */
    void hold(String domain) {
        client.sql("select pg_advisory_xact_lock(hashtextextended('domain ' || :domain, 0))::text")
                .param("domain", domain)
                .query(String.class)
                .list();
    }

    boolean isTaken(String domain) {
        return client.sql("select count(*) > 0 from verified_domains where domain = :domain")
                .param("domain", domain)
                .query(Boolean.class)
                .single();
    }

    void add(Organization organization) {
        client.sql("insert into organizations (id, slug, name, created_at) values (:id, :slug, :name, :at)")
                .param("id", organization.id().value())
                .param("slug", organization.slug())
                .param("name", organization.name())
                .param("at", Timestamp.from(organization.createdAt()))
                .update();
        for (var domain : organization.verifiedDomains()) {
            client.sql("insert into verified_domains (organization, domain, verified_at) values (:id, :domain, :at)")
                    .param("id", organization.id().value())
                    .param("domain", domain.toLowerCase(Locale.ROOT))
                    .param("at", Timestamp.from(organization.createdAt()))
                    .update();
        }
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        return new Organization(
                new OrganizationId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                Set.of((String[]) row.getArray("domains").getArray()),
                row.getTimestamp("created_at").toInstant());
    }
}
