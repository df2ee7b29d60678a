package dev.oin.storage.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Real databases for tests, in milliseconds: one embedded PostgreSQL per test JVM, one migrated template, and a copy of it for whoever asks.
 *
 * <p>Without Spring: {@code DataSource database = TestDatabase.fresh();}. With Spring: {@link OinSpringTest}.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "oin_template";
    private static final List<String> ENGINE_PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static @Nullable TestDatabase only;

    private final EmbeddedPostgres postgres;
    private final Path files;
    private final Thread whenTheJvmEnds = new Thread(this::stop);

    private TestDatabase() throws IOException {
        files = Files.createTempDirectory("oin-test-database");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(files.resolve("files"))
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "300")
                .start();
        Runtime.getRuntime().addShutdownHook(whenTheJvmEnds);
        execute("create database " + TEMPLATE);
        var template = dataSource(TEMPLATE);
        for (var part : ENGINE_PARTS) {
            new ResourceDatabasePopulator(new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"))
                    .execute(template);
        }
        Flyway.configure()
                .dataSource(template)
                .defaultSchema("oin")
                .schemas("oin")
                .createSchemas(true)
                .load()
                .migrate();
    }

    /** A database of its own, with all tables and no rows. */
    public static DataSource fresh() {
        return only().copy();
    }

    /** The address of a database of its own. */
    public static String freshUrl() {
        return ((PGSimpleDataSource) only().copy()).getUrl();
    }

    /** Empties all tables of ours, leaving the engine's alone. */
    public static void clean(DataSource database) {
        var client = JdbcClient.create(database);
        var tables = client.sql("select string_agg(format('oin.%I', tablename), ', ') from pg_tables"
                        + " where schemaname = 'oin' and tablename <> 'flyway_schema_history'")
                .query(String.class)
                .single();
        client.sql("truncate " + tables + " restart identity cascade").update();
    }

    /** Lets the server end after Spring's contexts instead of beside them. */
    static synchronized void stopAfterSpring() {
        if (Runtime.getRuntime().removeShutdownHook(only().whenTheJvmEnds)) {
            SpringApplication.getShutdownHandlers().add(only().whenTheJvmEnds);
        }
    }

    private static synchronized TestDatabase only() {
        try {
            if (only == null) {
                only = new TestDatabase();
            }
            return only;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private DataSource copy() {
        var name = "oin_" + COPIES.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE + " strategy file_copy");
        return dataSource(name);
    }

    private void execute(String sql) {
        JdbcClient.create(postgres.getPostgresDatabase()).sql(sql).update();
    }

    private DataSource dataSource(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.getJdbcUrl("postgres", name));
        source.setCurrentSchema("public,oin");
        return source;
    }

    private void stop() {
        var server = postgres.getProcess().toHandle();
        server.destroyForcibly();
        server.onExit().join();
        try {
            removeInTheBackground();
        } catch (IOException leftToTheSystem) {
            files.toFile().deleteOnExit();
        }
    }

    /** The copies come to very many files, and the build waits for this JVM to end. */
    private void removeInTheBackground() throws IOException {
        new ProcessBuilder("rm", "-rf", files.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
