package dev.oin.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.RunChecks;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk;
import dev.oin.storage.database.TestDatabase;
import dev.oin.submission.SubmissionKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** One submission walking through the real engine on a real database, with fakes in place of the stages; jobs, timers and external work are driven by hand. */
final class ProcessFixture implements AutoCloseable {

    static final AccountId ISV = new AccountId(UUID.fromString("00000000-0000-0000-0000-000000000001"));
    static final AccountId ANALYST = new AccountId(UUID.fromString("00000000-0000-0000-0000-000000000002"));
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final String MODEL = "processes/oin-submission.bpmn";
    private static final AnnotationConfigApplicationContext CONTEXT = start();
    private static final Executor AT_ONCE = Runnable::run;

    final SubmissionId submission = new SubmissionId(UUID.randomUUID());
    final Stages stages = CONTEXT.getBean(Stages.class);
    final ProcessEngine engine = CONTEXT.getBean(ProcessEngine.class);
    final DraftsInEngine drafts = CONTEXT.getBean(DraftsInEngine.class);
    final RunQueueInEngine runs = CONTEXT.getBean(RunQueueInEngine.class);
    final SubmitToTeam team = CONTEXT.getBean(SubmitToTeam.class);
    final PublicationTimerInEngine publication = CONTEXT.getBean(PublicationTimerInEngine.class);
    final ReviewDeskInEngine desk = CONTEXT.getBean(ReviewDeskInEngine.class);

    private ProcessFixture(SubmissionKind kind, Set<Protocol> protocols) {
        ClockUtil.setCurrentTime(Date.from(NOON));
        stages.begin(submission, kind, protocols);
        drafts.start(submission, kind, ISV);
    }

    /** A new integration that speaks SAML, on the first page. */
    static ProcessFixture aDraft() {
        return aDraft(SubmissionKind.NEW, EnumSet.of(Protocol.SAML));
    }

    static ProcessFixture aDraft(SubmissionKind kind, Set<Protocol> protocols) {
        return new ProcessFixture(kind, protocols);
    }

    /** A submission that waits for its initial review. */
    static ProcessFixture aSubmission() {
        var walk = aDraft();
        walk.submit();
        return walk;
    }

    /** A submission whose checks of QA are done. */
    static ProcessFixture aSubmissionInQa() {
        var walk = aSubmission();
        walk.decide(ReviewDesk.Outcome.APPROVE);
        walk.work("runSsoChecks");
        walk.runJobs();
        return walk;
    }

    /** A submission that QA has passed and that is about to be published. */
    static ProcessFixture aPassedSubmission() {
        var walk = aSubmissionInQa();
        walk.decide(ReviewDesk.Outcome.APPROVE);
        return walk;
    }

    /** A submission that began under an earlier model. */
    static ProcessFixture under(UnaryOperator<String> earlier, Supplier<ProcessFixture> begin) {
        var model = new ByteArrayOutputStream();
        try (var newest = CONTEXT.getResource("classpath:" + MODEL).getInputStream()) {
            newest.transferTo(model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var text = model.toString(UTF_8);
        var changed = earlier.apply(text);
        assertThat(changed).isNotEqualTo(text);
        deploy(changed);
        try {
            return begin.get();
        } finally {
            deploy(text);
        }
    }

    private static void deploy(String model) {
        CONTEXT.getBean(ProcessEngine.class)
                .getRepositoryService()
                .createDeployment()
                .addString(MODEL, model)
                .addClasspathResource("processes/qa-testing.bpmn")
                .deploy();
    }

    /** What a start of the application does about running submissions. */
    void startAgain() {
        bean(NewestModel.class).bringAll();
    }

    /** Runs the engine's batches to their end. */
    void runBatches() {
        var management = engine.getManagementService();
        while (management.createBatchQuery().count() > 0) {
            passTime(Duration.ofMinutes(1));
            management.createJobQuery().list().stream()
                    .filter(job -> job.getProcessInstanceId() == null)
                    .findFirst()
                    .ifPresent(job -> management.executeJob(job.getId()));
        }
    }

    boolean submit() {
        return CONTEXT.getBean(TransactionTemplate.class).execute(transaction -> team.submit(submission, ISV));
    }

    void decide(ReviewDesk.Outcome outcome) {
        stages.decision = outcome;
        desk.decided(submission, outcome, ANALYST);
        stages.decision = null;
    }

    RunId requestRun() {
        var run = new RunId(UUID.randomUUID());
        runs.enqueue(submission, run);
        return run;
    }

    /** Lets a worker take the external tasks of the topic; it may find none. */
    void work(String topic) {
        var worker = CONTEXT.getBean(WorkersByHand.class).of(topic);
        worker.take(AT_ONCE);
    }

    /** Runs every job that is due. */
    void runJobs() {
        for (var due = dueJobs(); !due.isEmpty(); due = dueJobs()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    /** Moves the clock on and lets happen what is due then. */
    void passTime(Duration time) {
        ClockUtil.setCurrentTime(Date.from(now().plus(time)));
        runJobs();
    }

    Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Where the tokens wait: tasks, external tasks and timers between steps. */
    List<String> waitingAt() {
        return instances()
                .flatMap(instance -> history(instance).stream())
                .filter(visit -> visit.getEndTime() == null)
                .filter(visit -> !visit.getActivityType().equals("subProcess")
                        && !visit.getActivityType().equals("callActivity"))
                .map(HistoricActivityInstance::getActivityId)
                .sorted()
                .toList();
    }

    /** All elements that tokens have been at. */
    List<String> walked() {
        return instances()
                .flatMap(instance -> history(instance).stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    boolean isEnded() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(submission.toString())
                        .count()
                == 0;
    }

    void assertWaitsAt(String... elements) {
        assertThat(waitingAt()).containsExactlyInAnyOrder(elements);
    }

    List<ExternalTask> externalTasks(String topic) {
        return engine.getExternalTaskService().createExternalTaskQuery().topicName(topic).list().stream()
                .filter(task -> submission.toString().equals(task.getBusinessKey()))
                .toList();
    }

    List<Job> jobs() {
        return instances()
                .flatMap(instance ->
                        engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream())
                .toList();
    }

    <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    @Override
    public void close() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "end of the test", true));
        ClockUtil.reset();
    }

    private List<Job> dueJobs() {
        return jobs().stream()
                .filter(job -> job.getRetries() > 0
                        && (job.getDuedate() == null
                                || !job.getDuedate().toInstant().isAfter(now())))
                .limit(1)
                .toList();
    }

    private List<HistoricActivityInstance> history(String instance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }

    private Stream<String> instances() {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(submission.toString())
                .list()
                .stream()
                .map(org.camunda.bpm.engine.history.HistoricProcessInstance::getId);
    }

    private static AnnotationConfigApplicationContext start() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(javax.sql.DataSource.class, () -> TestDatabase.fresh());
        context.register(ProcessTestConfiguration.class);
        context.refresh();
        return context;
    }

    /** What the fake runs answer. */
    static RunChecks.Ending finished() {
        return new RunChecks.Ending.Finished(dev.oin.checks.Verdict.PASSED);
    }
}
