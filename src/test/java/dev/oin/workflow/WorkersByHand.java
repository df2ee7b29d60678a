package dev.oin.workflow;

import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.transaction.support.TransactionTemplate;

/** Workers that take work when a test says so. */
record WorkersByHand(
        List<ExternalWork> works,
        ExternalTaskService tasks,
        TransactionTemplate transactions,
        WorkflowProperties properties,
        Position position) {

    /** A worker of its own for the work behind the topic. */
    Worker of(String topic) {
        return named(topic, "by hand");
    }

    Worker named(String topic, String name) {
        var work = works.stream()
                .filter(each -> each.topics().contains(topic))
                .findFirst()
                .orElseThrow();
        return new Worker(work, name, tasks, transactions, properties, position, () -> {});
    }
}
