package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class WorkerTest {

    private static final Duration LOCK = Duration.ofSeconds(60);

    private final ExternalTaskService tasks = mock(RETURNS_DEEP_STUBS);
    private final Worker worker = new Worker(
            new NeverEnding(),
            "node",
            tasks,
            mock(TransactionTemplate.class),
            new WorkflowProperties(true, 2, LOCK, Duration.ofSeconds(20), Duration.ofSeconds(5)),
            mock(Position.class),
            () -> {});

    @Test
    void a_database_that_is_away_for_a_while_does_not_end_the_extending_of_locks() {
        var first = task("first");
        var second = task("second");
        when(tasks.fetchAndLock()
                        .workerId(anyString())
                        .maxTasks(anyInt())
                        .orderByCreateTime()
                        .asc()
                        .subscribe()
                        .topic(anyString(), anyLong())
                        .variables(any(String[].class))
                        .execute())
                .thenReturn(List.of(first, second));
        worker.take(started -> {});
        doThrow(new CannotCreateTransactionException("the database is away"))
                .when(tasks)
                .extendLock(anyString(), anyString(), anyLong());

        assertThatCode(worker::extendLocks).doesNotThrowAnyException();

        verify(tasks).extendLock("first", "node", LOCK.toMillis());
        verify(tasks).extendLock("second", "node", LOCK.toMillis());
    }

    private static LockedExternalTask task(String id) {
        LockedExternalTask task = mock();
        when(task.getId()).thenReturn(id);
        return task;
    }

    /** Work that is taken and goes on. */
    private static final class NeverEnding implements ExternalWork {

        @Override
        public Set<String> topics() {
            return Set.of("work");
        }

        @Override
        public int slots() {
            return 2;
        }

        @Override
        public Ending perform(LockedExternalTask task) {
            return new Ending.Later();
        }
    }
}
