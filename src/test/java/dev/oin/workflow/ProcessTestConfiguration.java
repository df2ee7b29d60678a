package dev.oin.workflow;

import dev.oin.catalog.Publication;
import dev.oin.checks.CancelRuns;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RequestRun;
import dev.oin.checks.RunChecks;
import dev.oin.gate.EvaluateGate;
import dev.oin.insight.FlowLog;
import dev.oin.review.RetireQa;
import dev.oin.review.ReviewMails;
import dev.oin.review.ReviewSteps;
import dev.oin.review.Reviewers;
import dev.oin.sandbox.HoldInstances;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The workflow module on an engine that moves by hand only; no configuration of the application's, so that its scan passes it by. */
@EnableTransactionManagement(proxyTargetClass = true)
@Import({
    AuthorSteps.class,
    ReviewTaskSteps.class,
    FixSteps.class,
    QaSteps.class,
    PublicationSteps.class,
    QaRuns.class,
    BoundaryTimers.class,
    Position.class,
    DraftsInEngine.class,
    RunQueueInEngine.class,
    SubmitToTeam.class,
    ReviewDeskInEngine.class,
    StateProjection.class,
    FlowProjection.class,
    TaskGuard.class,
    JobTurn.class,
    WorkSignal.class,
    ModelListeners.class,
    EngineSettings.class,
    SlowPasswordHash.class,
    StaffDirectory.class,
    ModelsDeployment.class,
    RunWork.class,
    QaWork.class,
    PublicationWork.class,
    PublicationTimerInEngine.class,
    NewestModel.class
})
class ProcessTestConfiguration {

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    static ProcessEngineFactoryBean processEngine(
            DataSource database,
            PlatformTransactionManager transactions,
            EngineSettings settings,
            ModelsDeployment deployment,
            ApplicationContext context)
            throws Exception {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setApplicationContext(context);
        configuration.setProcessEnginePlugins(List.of(settings, deployment));
        var engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(configuration);
        return engine;
    }

    @Bean
    RuntimeService runtime(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    RepositoryService models(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    TaskService tasks(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ManagementService management(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    ExternalTaskService externalTasks(ProcessEngine engine) {
        return engine.getExternalTaskService();
    }

    @Bean
    WorkersByHand workers(
            List<ExternalWork> works,
            ExternalTaskService tasks,
            TransactionTemplate transactions,
            WorkflowProperties properties,
            Position position) {
        return new WorkersByHand(works, tasks, transactions, properties, position);
    }

    @Bean
    WorkflowProperties properties() {
        return new WorkflowProperties(false, 8, Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(5));
    }

    @Bean
    Stages stages() {
        return new Stages();
    }

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    @Bean
    EvaluateGate gate(Stages stages) {
        return stages.gate();
    }

    @Bean
    ReviewSteps reviewSteps(Stages stages) {
        return stages.desk();
    }

    @Bean
    Reviewers reviewers() {
        return (submission, account) -> Optional.empty();
    }

    @Bean
    ReviewMails reviewMails(Stages stages) {
        return stages.remembering(ReviewMails.class);
    }

    @Bean
    CancelRuns cancelRuns(Stages stages) {
        return stages.remembering(CancelRuns.class);
    }

    @Bean
    HoldInstances holdInstances(Stages stages) {
        return stages.remembering(HoldInstances.class);
    }

    @Bean
    RetireQa retireQa(Stages stages) {
        return stages.remembering(RetireQa.class);
    }

    @Bean
    MoveSubmission moveSubmission(Stages stages) {
        return stages.moves();
    }

    @Bean
    Submissions submissions(Stages stages) {
        return stages.submissions();
    }

    @Bean
    FlowLog flowLog(Stages stages) {
        return stages.flow();
    }

    @Bean
    Publication publication(Stages stages) {
        return stages.publication();
    }

    @Bean
    RunChecks runChecksOfSuites(Stages stages) {
        return stages.runs();
    }

    @Bean
    RequestRun requestRun(Stages stages) {
        return stages.requests();
    }

    @Bean
    CheckRuns checkRuns(Stages stages) {
        return stages.history();
    }

    @Bean
    Instances instances(Stages stages) {
        return stages.instances();
    }

    @Bean
    TesterSlots testerSlots(Stages stages) {
        return stages.slots();
    }

    /** The engine's clock as everybody's. */
    private static final class EngineClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
