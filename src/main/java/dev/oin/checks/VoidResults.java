package dev.oin.checks;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.InstanceEvent;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Results stop counting when what they were made with changes (testing-rules 3, effects); in the transaction of the change. */
@Component
class VoidResults implements DropResults {

    private final RunRows rows;
    private final Clock clock;

    VoidResults(RunRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @EventListener
    void follow(InstanceEvent event) {
        switch (event) {
            case InstanceEvent.InstanceEdited(var instance) -> all(instance, "The instance was edited.");
            case InstanceEvent.InstanceDeleted(var instance, var submission) ->
                all(instance, "The instance was deleted.");
            case InstanceEvent.InstanceLeftTester(var instance, var submission, var protocol) ->
                ofTester(instance, "The instance was removed from the tester.");
            case InstanceEvent.InstanceActivated activated -> {}
            case InstanceEvent.InstanceDeactivated deactivated -> {}
        }
    }

    private void all(InstanceId instance, String because) {
        for (var suite : SuiteName.values()) {
            rows.voidResults(instance, suite, because, clock.instant());
        }
    }

    @Override
    public void ofTester(InstanceId instance, String because) {
        rows.voidResults(instance, SuiteName.SUBMISSION_TESTER, because, clock.instant());
    }
}
