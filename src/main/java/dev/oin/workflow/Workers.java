package dev.oin.workflow;

import dev.oin.kernel.Ids;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The workers of this node, from the application's start to its end. */
@Component
@ConditionalOnProperty(name = "oin.workflow.worker-enabled", matchIfMissing = true)
class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final List<Worker> workers;
    private final WorkSignal signal;
    private final WorkflowProperties properties;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    Workers(
            List<ExternalWork> works,
            ExternalTaskService tasks,
            PlatformTransactionManager transactions,
            WorkSignal signal,
            WorkflowProperties properties,
            Position position,
            Ids ids) {
        var name = "oin-" + ids.next();
        this.signal = signal;
        this.properties = properties;
        this.workers = works.stream()
                .map(work -> new Worker(
                        work, name, tasks, new TransactionTemplate(transactions), properties, position, signal::raise))
                .toList();
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("oin-worker-heart").daemon().factory());
        var every = properties.extendEvery().toMillis();
        heart.scheduleAtFixedRate(() -> workers.forEach(Worker::extendLocks), every, every, TimeUnit.MILLISECONDS);
        Thread.ofPlatform().name("oin-worker").daemon().start(this::takeWork);
    }

    @Override
    public void stop() {
        running = false;
        signal.raise();
        workers.forEach(Worker::stop);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("External work is still going on; its locks run out by themselves");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void takeWork() {
        while (running) {
            try {
                workers.forEach(worker -> worker.take(threads));
                signal.await(properties.poll());
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException unreachable) {
                log.warn("No external work could be taken; trying again", unreachable);
                pause();
            }
        }
    }

    private void pause() {
        try {
            signal.await(properties.poll());
        } catch (InterruptedException ended) {
            running = false;
        }
    }
}
