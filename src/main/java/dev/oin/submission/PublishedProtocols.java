package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Protocol;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers of a published integration rely on: its protocols, which no update may take away (PR-8). */
@Repository
class PublishedProtocols {

    private final JdbcClient client;

    PublishedProtocols(JdbcClient client) {
        this.client = client;
    }

    /** The protocols of all that was ever published of the integration; none before the first time. */
    Set<Protocol> of(IntegrationId integration) {
        var published = EnumSet.noneOf(Protocol.class);
        client.sql("""
                        select distinct jsonb_array_elements_text(v.content -> 'protocols')
                        from submissions s
                        join versions v on v.integration = s.integration and v.number = s.submitted_version
                        where s.integration = :integration and s.state = 'PUBLISHED'""")
                .param("integration", integration.value())
                .query(String.class)
                .list()
                .forEach(name -> published.add(Protocol.valueOf(name)));
        return published;
    }
}
