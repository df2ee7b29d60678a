package dev.oin.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.oin.kernel.IssueId;
import dev.oin.kernel.Json;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An aggregate as every stage writes them, with one column of each kind. */
@OinRepositoryTest
class ColumnConversionsIT {

    @Table("sample")
    record Sample(
            @Id SubmissionId id,
            @Version int version,
            String name,
            Protocol first,
            Set<Protocol> protocols,
            List<String> words,
            Set<IssueId> issues,
            Instant startedAt,
            @Nullable Instant endedAt,
            URI address,
            Json content) {

        Sample renamed(String other) {
            return new Sample(
                    id, version, other, first, protocols, words, issues, startedAt, endedAt, address, content);
        }
    }

    private final JdbcAggregateTemplate aggregates;
    private final JdbcClient client;

    ColumnConversionsIT(@Autowired JdbcAggregateTemplate aggregates, @Autowired JdbcClient client) {
        this.aggregates = aggregates;
        this.client = client;
    }

    @BeforeEach
    void makeTable() {
        client.sql("create temporary table sample (id uuid primary key, version int not null, name text, first text,"
                        + " protocols text[], words text[], issues uuid[], started_at timestamptz, ended_at timestamptz,"
                        + " address text, content jsonb) on commit drop")
                .update();
    }

    @Test
    void what_was_saved_is_what_is_found() {
        var sample = aSample();

        var saved = aggregates.save(sample);

        assertThat(aggregates.findById(sample.id(), Sample.class)).isEqualTo(saved);
    }

    @Test
    void a_stale_writer_is_refused() {
        var first = aggregates.save(aSample());
        aggregates.save(first.renamed("second"));

        var stale = catchThrowable(() -> aggregates.save(first.renamed("third")));

        assertThat(stale).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void our_tables_are_found_without_their_schema() {
        var sessions = client.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();

        assertThat(sessions).isZero();
    }

    private static Sample aSample() {
        return new Sample(
                new SubmissionId(UUID.randomUUID()),
                0,
                "Example",
                Protocol.SAML,
                Set.of(Protocol.SAML, Protocol.SCIM),
                List.of("one", "two"),
                Set.of(new IssueId(UUID.randomUUID())),
                Instant.parse("2026-11-23T12:00:00.123456Z"),
                null,
                URI.create("https://app.example.com/acs"),
                new Json("{\"a\": [1, 2]}"));
    }
}
