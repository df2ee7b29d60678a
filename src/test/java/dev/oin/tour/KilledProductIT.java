package dev.oin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kill -9 at the worst moments: a browser is signing in for the ISV, then one for QA while a mail is with the SMTP server, but not confirmed. */
@Tag("crash")
class KilledProductIT {

    private static final String RUN_IN_THE_MIDDLE =
            "select id::text from check_runs where origin = '%s' and suite = 'SUBMISSION_TESTER'"
                    + " and status = 'RUNNING' and done between 1 and cardinality(planned) - 1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void what_was_done_stays_done_and_the_rest_goes_on() throws Exception {
        try (var sink = new SmtpSink();
                var product = RunningProduct.in(directory, settings(sink))) {
            var tour = product.startTour("saml");
            var first = await(product, "ISV", tour);
            product.kill();
            var tested = evidence(product.database(), first);
            product.startAgain();
            var run = await(product, "QA", tour);
            sink.answerFromNowOn();

            product.kill();
            var unanswered = List.copyOf(sink.unanswered());
            var before = evidence(product.database(), run);
            var ready = product.startAgain();
            var finished = tour.waitFor(15, TimeUnit.MINUTES);

            System.out.printf(
                    "Killed in the middle of run %s after %d pieces of evidence, then of %s after %d, ready again after %s, then:%n%s%n",
                    first, tested.size(), run, before.size(), ready, product.log("tour"));
            assertThat(finished).isTrue();
            assertThat(tour.exitValue()).as(product.log("tour")).isZero();
            var database = product.database();
            assertWentOn(database, first, tested);
            assertWentOn(database, run, before);
            assertThat(count(database, "catalog_versions")).isEqualTo(1);
            assertThat(product.log("product")).contains("Ending a browser that an earlier run left behind");
            awaitMailsSent(database);
            assertThat(sink.taken()).doesNotHaveDuplicates().containsAll(unanswered);
            assertThat(sink.taken())
                    .containsExactlyInAnyOrderElementsOf(
                            strings(database, "select message_id from mail_outbox where state = 'SENT'"));
            assertThat(unanswered).isNotEmpty();
        }
    }

    /** Leases so short that the test need not wait a minute for those of the dead. */
    private static Map<String, String> settings(SmtpSink sink) {
        return Map.of(
                "SPRING_MAIL_HOST", "localhost",
                "SPRING_MAIL_PORT", String.valueOf(sink.port()),
                "OIN_MAIL_LEASE", "8s",
                "OIN_MAIL_RETRIES", String.join(",", Collections.nCopies(20, "3s")),
                "OIN_WORKFLOW_LOCK", "8s",
                "OIN_WORKFLOW_EXTENDEVERY", "2s",
                "OIN_CHECKS_LEASE", "8s",
                "OIN_CHECKS_SIGNOFLIFE", "2s");
    }

    /** Only what had no result yet was done, by the second worker. */
    private static void assertWentOn(JdbcClient database, String run, List<String> before) {
        assertThat(evidence(database, run)).hasSizeGreaterThan(before.size()).containsAll(before);
        assertThat(strings(database, "select check_id from check_results where run = '" + run + "'"))
                .doesNotHaveDuplicates();
        assertThat(database.sql("select status || ' ' || fencing_token from check_runs where id = ?::uuid")
                        .param(run)
                        .query(String.class)
                        .single())
                .isEqualTo("FINISHED 2");
    }

    private static String await(RunningProduct product, String origin, Process tour) throws IOException {
        var database = product.database();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(25))
                .failFast("The tour has ended", () -> !tour.isAlive())
                .until(() -> strings(database, RUN_IN_THE_MIDDLE.formatted(origin)), found -> !found.isEmpty())
                .getFirst();
    }

    /** Results and exhibits, each of which is new where a check was done again. */
    private static List<String> evidence(JdbcClient database, String run) {
        return strings(
                database,
                "select sequence || ' ' || check_id || ' ' || finished_at from check_results where run = '" + run + "'"
                        + " union all select check_id || ' ' || id from check_exhibits where run = '" + run + "'"
                        + " and check_id in (select check_id from check_results where run = '" + run + "')");
    }

    private static void awaitMailsSent(JdbcClient database) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> strings(database, "select subject from mail_outbox where state <> 'SENT'")
                        .isEmpty());
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<String> strings(JdbcClient database, String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
