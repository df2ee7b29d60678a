package dev.oin.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.benchmark.Measurement;
import dev.oin.storage.database.OinSpringTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** The public catalog with 100,000 entries: a page's time at the 95th percentile, and pages per second. */
@Tag("benchmark")
@OinSpringTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CatalogBenchmarkIT {

    private static final int ENTRIES = 100_000;
    private static final int READERS = 4;
    private static final int PAGES_EACH = 1_500;

    private final JdbcClient client;
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    CatalogBenchmarkIT(JdbcClient client) {
        this.client = client;
    }

    @Test
    void pages_per_second_and_their_slowest_twentieth() throws Exception {
        seed();
        var paths = List.of("/catalog", "/catalog?query=acme", "/catalog?protocol=SAML&page=7", "/catalog/seed-500");
        for (int round = 0; round < 500; round++) {
            read(paths.get(round % paths.size()));
        }

        var begun = System.nanoTime();
        var times = new ArrayList<Long>();
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            var work = Collections.<Callable<List<Long>>>nCopies(READERS, () -> readAll(paths));
            for (var done : readers.invokeAll(work)) {
                times.addAll(done.get());
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;

        Collections.sort(times);
        var p95 = times.get(times.size() * 95 / 100) / 1_000_000;
        new Measurement("Catalog page, 95th percentile, 100,000 entries", null, p95, "ms").print();
        new Measurement("Catalog pages per second", null, Math.round(times.size() / seconds), "").print();
        assertThat(times).hasSize(READERS * PAGES_EACH);
    }

    private List<Long> readAll(List<String> paths) throws Exception {
        var times = new ArrayList<Long>();
        for (int page = 0; page < PAGES_EACH; page++) {
            var begun = System.nanoTime();
            read(paths.get(page % paths.size()));
            times.add(System.nanoTime() - begun);
        }
        return times;
    }

    private void read(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        assertThat(http.send(request, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(200);
    }

    private void seed() {
        client.sql("""
                        insert into catalog_entries (integration, organization, slug, name, version, snapshot, published_at, changed_at,
                            protocols, use_cases, functions, words)
                        select id, id, 'seed-' || g, name, 1, jsonb_build_object('name', name, 'description', 'Number ' || g, 'company',
                            'Acme Inc', 'companyDomains', '[]'::jsonb, 'protocols', '["SAML"]'::jsonb, 'useCases', '["Automation"]'::jsonb,
                            'categories', '[]'::jsonb, 'signOn', '[]'::jsonb, 'provisioning', '[]'::jsonb, 'guides', '[]'::jsonb,
                            'support', '{}'::jsonb, 'proofs', '[]'::jsonb, 'exceptions', '[]'::jsonb), now(), now(),
                            array ['SAML'], array ['Automation'], array ['users: create'], to_tsvector('simple', name)
                        from (select g, gen_random_uuid() id, 'Acme HR ' || g as name from generate_series(1, :entries) g) seeds""").param("entries", ENTRIES).update();
        client.sql(
                        "insert into catalog_versions (integration, version, submission, submission_version, snapshot, published_at)"
                                + " select integration, 1, integration, 1, snapshot, published_at from catalog_entries")
                .update();
        client.sql(
                        "insert into catalog_revision (revision) values (1) on conflict (only_row) do update set revision = catalog_revision.revision + 1")
                .update();
    }
}
