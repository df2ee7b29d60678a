package dev.oin.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.migration.MigrationPlanExecutionBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the submissions that began under an earlier model onto the newest one: those that wait for their publication date before any timer of this node can
 * fire, for the earlier model would publish them without the last look; all others by a batch of the engine, which all nodes share.
 */
@Component
class NewestModel implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NewestModel.class);
    private static final String MODEL = "oinSubmission";

    private final RepositoryService models;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient database;
    private final TransactionTemplate turn;
    private final TransactionTemplate own;

    NewestModel(
            RepositoryService models,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.models = models;
        this.runtime = runtime;
        this.management = management;
        this.database = database;
        this.turn = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        bringAll();
    }

    /** Nodes may start together: one at a time looks what is left to do. */
    void bringAll() {
        turn.executeWithoutResult(open -> {
            database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('newest model', 0))) as taken")
                    .query(Integer.class)
                    .single();
            var isIdle = isIdle();
            var all = models.createProcessDefinitionQuery()
                    .processDefinitionKey(MODEL)
                    .orderByProcessDefinitionVersion()
                    .asc()
                    .list();
            all.subList(0, all.size() - 1).forEach(earlier -> bring(earlier, all.getLast(), isIdle));
        });
    }

    /** A model that cannot be left needs a plan of its own; the others' submissions do not wait for it. */
    private void bring(ProcessDefinition earlier, ProcessDefinition newest, boolean isIdle) {
        try {
            own.executeWithoutResult(open -> {
                bringThoseThatWait(earlier, newest);
                if (isIdle) {
                    bringTheOthers(earlier, newest);
                }
            });
        } catch (ProcessEngineException refused) {
            LOG.error(
                    "Version {} of {} cannot be left for version {}: its submissions go on under it",
                    earlier.getVersion(),
                    MODEL,
                    newest.getVersion(),
                    refused);
        }
    }

    private void bringThoseThatWait(ProcessDefinition earlier, ProcessDefinition newest) {
        var waiting = under(earlier).activityIdIn(PublicationTimerInEngine.WAIT);
        var count = waiting.count();
        if (count > 0) {
            migration(earlier, newest, waiting).execute();
            LOG.info("{} submissions wait for their publication date under version {} now", count, newest.getVersion());
        }
    }

    private void bringTheOthers(ProcessDefinition earlier, ProcessDefinition newest) {
        var others = under(earlier);
        var count = others.count();
        if (count > 0) {
            migration(earlier, newest, others).executeAsync();
            LOG.info("{} submissions go from version {} to {}", count, earlier.getVersion(), newest.getVersion());
        }
    }

    /** A batch that is under way has them all; what it cannot bring is an incident, not another batch. */
    private boolean isIdle() {
        return management
                        .createBatchQuery()
                        .type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION)
                        .count()
                == 0;
    }

    private ProcessInstanceQuery under(ProcessDefinition definition) {
        return runtime.createProcessInstanceQuery().processDefinitionId(definition.getId());
    }

    private MigrationPlanExecutionBuilder migration(
            ProcessDefinition earlier, ProcessDefinition newest, ProcessInstanceQuery which) {
        var plan = runtime.createMigrationPlan(earlier.getId(), newest.getId())
                .mapEqualActivities()
                .build();
        return runtime.newMigration(plan)
                .processInstanceQuery(which)
                .skipCustomListeners()
                .skipIoMappings();
    }
}
