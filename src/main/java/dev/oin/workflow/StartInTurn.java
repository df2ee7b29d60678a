package dev.oin.workflow;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets nodes that start together on one empty database make the engine's tables, grants and deployment one after the other. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StartInTurn extends AbstractProcessEnginePlugin {

    private static final String TURN = "(hashtextextended('engine start', 0))";

    private final DataSource database;
    private @Nullable Connection turn;

    StartInTurn(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            turn = database.getConnection();
            execute(turn, "select pg_advisory_lock" + TURN);
        } catch (SQLException failed) {
            throw new IllegalStateException("Could not wait for the turn to start the engine", failed);
        }
    }

    /** Where the start fails before, the end of the process ends the turn. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (var taken = turn) {
            if (taken != null) {
                execute(taken, "select pg_advisory_unlock" + TURN);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Could not pass the turn on", failed);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
