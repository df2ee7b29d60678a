package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.checks.RunChecks;
import java.time.Duration;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How work that leaves the database is taken, kept, lost and repeated. */
class ExternalWorkIT {

    private static final String TOPIC = "runChecks";

    @Test
    void it_is_done_with_no_transaction_open() {
        try (var walk = ProcessFixture.aDraft()) {
            walk.requestRun();
            var open = new boolean[] {true};
            walk.stages.checks = run -> {
                open[0] = TransactionSynchronizationManager.isActualTransactionActive();
                return ProcessFixture.finished();
            };

            walk.work(TOPIC);

            assertThat(open[0]).isFalse();
        }
    }

    @Test
    void what_a_dead_node_held_is_taken_again_when_its_lock_has_run_out() {
        try (var walk = ProcessFixture.aDraft()) {
            var run = walk.requestRun();
            lock(walk, "a node that dies");
            walk.work(TOPIC);
            assertThat(walk.stages.executed).isEmpty();

            walk.passTime(Duration.ofSeconds(61));
            walk.work(TOPIC);
            walk.runJobs();

            assertThat(walk.stages.executed).containsExactly(run);
            walk.assertWaitsAt("selectProtocols");
        }
    }

    @Test
    void a_late_writer_is_refused() {
        try (var walk = ProcessFixture.aDraft()) {
            walk.requestRun();
            walk.stages.checks = run -> {
                walk.passTime(Duration.ofSeconds(61));
                lock(walk, "another node");
                return ProcessFixture.finished();
            };

            walk.work(TOPIC);

            assertThat(walk.externalTasks(TOPIC))
                    .singleElement()
                    .satisfies(task -> assertThat(task.getWorkerId()).isEqualTo("another node"));
        }
    }

    @Test
    void a_run_that_another_node_holds_is_asked_for_again_soon() {
        try (var walk = ProcessFixture.aDraft()) {
            walk.requestRun();
            walk.stages.checks = run -> new RunChecks.Ending.HeldElsewhere();
            walk.work(TOPIC);
            walk.assertWaitsAt(TOPIC, "selectProtocols");
            walk.stages.checks = run -> ProcessFixture.finished();

            walk.passTime(Duration.ofSeconds(6));
            walk.work(TOPIC);
            walk.runJobs();

            walk.assertWaitsAt("selectProtocols");
            assertThat(walk.stages.executed).hasSize(2);
        }
    }

    @Test
    void failures_are_retried_by_the_models_list_and_end_as_an_incident() {
        try (var walk = ProcessFixture.aDraft()) {
            walk.requestRun();
            walk.stages.checks = run -> {
                throw new IllegalStateException("The world failed");
            };
            walk.work(TOPIC);

            for (var pause : Retries.WAITS) {
                assertThat(incidents(walk)).isZero();
                walk.passTime(pause.minusSeconds(1));
                var before = walk.stages.executed.size();
                walk.work(TOPIC);
                assertThat(walk.stages.executed).hasSize(before);
                walk.passTime(Duration.ofSeconds(2));
                walk.work(TOPIC);
            }

            assertThat(walk.stages.executed).hasSize(Retries.WAITS.size() + 1);
            assertThat(incidents(walk)).isEqualTo(1);
        }
    }

    private static long incidents(ProcessFixture walk) {
        return walk.externalTasks(TOPIC).stream()
                .mapToLong(task -> walk.engine
                        .getRuntimeService()
                        .createIncidentQuery()
                        .configuration(task.getId())
                        .count())
                .sum();
    }

    private static void lock(ProcessFixture walk, String node) {
        assertThat(walk.engine
                        .getExternalTaskService()
                        .fetchAndLock(1, node)
                        .topic(TOPIC, 60_000)
                        .execute())
                .hasSize(1)
                .extracting(LockedExternalTask::getTopicName)
                .containsExactly(TOPIC);
    }
}
