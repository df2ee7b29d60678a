package dev.oin.workflow;

import dev.oin.kernel.SubmissionId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one kind of external work, as much as it has slots for, and records what came of it. */
class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final ExternalWork work;
    private final String name;
    private final ExternalTaskService tasks;
    private final TransactionTemplate transactions;
    private final WorkflowProperties properties;
    private final Position position;
    private final Runnable slotIsFree;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Worker(
            ExternalWork work,
            String name,
            ExternalTaskService tasks,
            TransactionTemplate transactions,
            WorkflowProperties properties,
            Position position,
            Runnable slotIsFree) {
        this.work = work;
        this.name = name;
        this.tasks = tasks;
        this.transactions = transactions;
        this.properties = properties;
        this.position = position;
        this.slotIsFree = slotIsFree;
    }

    /** Takes what is there and hands it to the threads. */
    void take(Executor threads) {
        var free = work.slots() - inHand.size();
        if (free > 0) {
            for (var task : locked(free)) {
                inHand.add(task.getId());
                threads.execute(() -> perform(task));
            }
        }
    }

    /** Says for all work in hand that this node is still at it. No failure ends it: a database that was away comes back before the locks run out. */
    void extendLocks() {
        for (var task : inHand) {
            try {
                tasks.extendLock(task, name, properties.lock().toMillis());
            } catch (ProcessEngineException lost) {
                log.warn(
                        "The lock on external task {} is lost; its result will be refused: {}",
                        task,
                        lost.getMessage());
            } catch (RuntimeException databaseAway) {
                log.warn("The lock on external task {} could not be extended", task, databaseAway);
            }
        }
    }

    /** From now on failures count as interruptions: the work is given back untouched. */
    void stop() {
        stopping = true;
    }

    private List<LockedExternalTask> locked(int free) {
        var query = tasks.fetchAndLock()
                .workerId(name)
                .maxTasks(free)
                .orderByCreateTime()
                .asc()
                .subscribe();
        for (var topic : work.topics()) {
            query = query.topic(topic, properties.lock().toMillis()).variables(Variable.CHECK_RUN_ID.name());
        }
        return query.execute();
    }

    private void perform(LockedExternalTask task) {
        try (var submission = MDC.putCloseable("submissionId", task.getBusinessKey())) {
            record(task, work.perform(task));
        } catch (Throwable failed) { // whatever it was, the engine keeps it: retries first, then an incident
            giveBack(task, failed);
        } finally {
            inHand.remove(task.getId());
            slotIsFree.run();
        }
    }

    private void record(LockedExternalTask task, ExternalWork.Ending ending) {
        switch (ending) {
            case ExternalWork.Ending.Done(var variables, var record) ->
                LostRaces.repeat(() -> transactions.executeWithoutResult(transaction -> {
                    position.lock(SubmissionId.of(task.getBusinessKey()));
                    tasks.complete(task.getId(), name, variables);
                    record.run();
                }));
            case ExternalWork.Ending.Later() -> lookAgainSoon(task);
        }
    }

    /** Whoever has it in hand may have died, so the task is looked at again soon, not when a whole lock has run out. */
    private void lookAgainSoon(LockedExternalTask task) {
        log.info("{} is in hand elsewhere", task.getTopicName());
        inHand.remove(task.getId());
        tasks.extendLock(task.getId(), name, properties.poll().toMillis());
    }

    private void giveBack(LockedExternalTask task, Throwable failed) {
        try {
            if (stopping) {
                tasks.unlock(task.getId());
                return;
            }
            var left = Retries.after(task.getRetries());
            log.warn("{} failed, {} attempts left", task.getTopicName(), left.attempts(), failed);
            tasks.handleFailure(
                    task.getId(),
                    name,
                    String.valueOf(failed),
                    stackOf(failed),
                    left.attempts(),
                    left.pause().toMillis());
        } catch (ProcessEngineException gone) {
            log.warn("External task {} is no longer ours: {}", task.getId(), gone.getMessage());
        } catch (RuntimeException databaseAway) {
            log.warn(
                    "External task {} could not be given back; its lock runs out by itself",
                    task.getId(),
                    databaseAway);
        }
    }

    private static String stackOf(Throwable failed) {
        var text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
