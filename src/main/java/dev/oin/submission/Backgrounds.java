package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Json;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where integrations come from. */
@Repository
class Backgrounds {

    private final JdbcClient client;

    Backgrounds(JdbcClient client) {
        this.client = client;
    }

    Background of(IntegrationId integration) {
        return client.sql("""
                        select i.migrated, (
                            select v.content from submissions s join versions v on v.integration = s.integration and v.number = s.submitted_version
                            where s.integration = i.id and s.state = 'PUBLISHED' order by v.number desc limit 1) as published
                        from integrations i where i.id = :id""")
                .param("id", integration.value())
                .query((row, number) -> new Background(row.getBoolean("migrated"), names(row.getString("published"))))
                .optional()
                .orElse(Background.NONE);
    }

    private static Set<String> names(@Nullable String content) {
        return content == null
                ? Set.of()
                : ContentJson.read(new Json(content)).configuration().variables().stream()
                        .map(Configuration.Variable::name)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }
}
