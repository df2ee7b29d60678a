package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.benchmark.Measurement;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole product costs: its start on a database that is there, and the statements of one submission from draft to catalog. */
@Tag("benchmark")
class ProductBenchmarkIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void start_up_and_statements() throws Exception {
        try (var product = RunningProduct.in(directory)) {
            product.database()
                    .sql("alter system set shared_preload_libraries = 'pg_stat_statements'")
                    .update();
            var starts = new ArrayList<Long>();
            for (var round = 0; round < 3; round++) {
                product.kill();
                starts.add(product.startAgain().toMillis());
            }
            Measurement.ofMillis("Start-up to readiness on an existing database", null, starts)
                    .print();
            var database = product.database();
            database.sql("create extension if not exists pg_stat_statements").update();
            database.sql("select pg_stat_statements_reset()").query().singleRow();

            assertThat(product.startTour("saml").waitFor())
                    .as(product.log("tour"))
                    .isZero();

            var statements = database.sql(
                            "select sum(calls)::bigint from pg_stat_statements where query !~* '^(begin|commit|rollback|set|show)'")
                    .query(Long.class)
                    .single();
            new Measurement("SQL statements of one SAML and SCIM submission, draft to catalog", null, statements, "")
                    .print();
        }
    }
}
