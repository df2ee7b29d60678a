package dev.oin.catalog;

import dev.oin.kernel.Protocol;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds entries of the catalog. */
@Repository
class CatalogSearchRows {

    private final JdbcClient client;

    CatalogSearchRows(JdbcClient client) {
        this.client = client;
    }

    /** Grows with every change of the catalog. */
    long revision() {
        return client.sql("select coalesce(max(revision), 0) from catalog_revision")
                .query(Long.class)
                .single();
    }

    int count(CatalogSearch search) {
        return query("select count(*) from catalog_entries", search, "")
                .query(Integer.class)
                .single();
    }

    /** Matching entries by name. */
    List<CatalogEntry> find(CatalogSearch search, int limit, int offset) {
        return query("select * from catalog_entries", search, " order by lower(name), slug limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(CatalogRows::entry)
                .list();
    }

    /** What changed last, newest first. */
    List<CatalogEntry> latest(int limit) {
        return client.sql(
                        "select * from catalog_entries where retired_at is null order by changed_at desc, slug limit :limit")
                .param("limit", limit)
                .query(CatalogRows::entry)
                .list();
    }

    /** How many entries there are by use case. */
    Map<String, Long> useCases() {
        return counts("use_cases");
    }

    /** How many entries there are by protocol. */
    Map<String, Long> protocols() {
        return counts("protocols");
    }

    /** How many entries there are by what they do. */
    Map<String, Long> functions() {
        return counts("functions");
    }

    private Map<String, Long> counts(String column) {
        Map<String, Long> counts = new LinkedHashMap<>();
        client.sql(
                        "select value, count(*) as entries from catalog_entries, unnest(%s) as value where retired_at is null group by value order by value"
                                .formatted(column))
                .query(row -> {
                    counts.put(row.getString("value"), row.getLong("entries"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec query(String select, CatalogSearch search, String end) {
        var where = new StringBuilder(select).append(" where retired_at is null");
        Map<String, Object> values = new HashMap<>();
        if (!search.words().isEmpty()) {
            where.append(" and words @@ to_tsquery('simple', :words)");
            values.put("words", search.query());
        }
        if (!search.useCase().isEmpty()) {
            where.append(" and use_cases @> array[:useCase]::text[]");
            values.put("useCase", search.useCase());
        }
        Protocol protocol = search.protocol();
        if (protocol != null) {
            where.append(" and protocols @> array[:protocol]::text[]");
            values.put("protocol", protocol.name());
        }
        if (!search.function().isEmpty()) {
            where.append(" and functions @> array[:function]::text[]");
            values.put("function", search.function());
        }
        return client.sql(where.append(end).toString()).params(values);
    }
}
