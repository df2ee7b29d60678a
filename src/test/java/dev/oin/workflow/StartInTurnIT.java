package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.storage.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartInTurnIT {

    @Test
    void nodes_that_start_together_on_an_empty_database_all_come_up() throws Exception {
        var database = TestDatabase.fresh();
        JdbcClient.create(database)
                .sql("drop schema public cascade; create schema public")
                .update();
        var together = new CountDownLatch(1);
        var started = new ArrayList<Future<ProcessEngine>>();
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var node = 1; node <= 3; node++) {
                var name = "node" + node;
                started.add(nodes.submit(() -> {
                    together.await();
                    return start(name, database);
                }));
            }
            together.countDown();
        }

        for (var node : started) {
            var engine = node.get();
            try {
                assertThat(engine.getManagementService().getTableCount()).containsKey("ACT_RU_TASK");
            } finally {
                engine.close();
            }
        }
    }

    private static ProcessEngine start(String name, DataSource database) {
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName(name);
        engine.setDataSource(database);
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutorActivate(false);
        engine.setProcessEnginePlugins(List.of(new StartInTurn(database)));
        return engine.buildProcessEngine();
    }
}
