package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.web.problems.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which instance the submission's tester uses for a protocol. */
@RestController
@RequestMapping("/api/v1/submissions/{id}/tester/{protocol}/{kind}")
class TesterCalls {

    private final OwnedThings owned;
    private final Instances instances;
    private final TesterSlots slots;

    TesterCalls(OwnedThings owned, Instances instances, TesterSlots slots) {
        this.owned = owned;
        this.instances = instances;
        this.slots = slots;
    }

    @PutMapping
    ResponseEntity<Object> addToTester(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable Protocol protocol,
            @PathVariable Instance.Kind kind,
            @RequestBody Slot body) {
        return owned.testable(caller, id, submission -> {
            var wanted = body.instanceId();
            if (wanted == null
                    || instances
                            .find(new InstanceId(wanted), submission.organization())
                            .isEmpty()) {
                return Problems.notFound().answer();
            }
            return switch (slots.add(submission.id(), protocol, kind, new InstanceId(wanted))) {
                case TesterSlots.Outcome.Added() -> ResponseEntity.noContent().build();
                case TesterSlots.Outcome.Refused(var because) ->
                    Problems.conflict(because).answer();
            };
        });
    }

    @DeleteMapping
    ResponseEntity<Object> removeFromTester(
            Caller caller, @PathVariable UUID id, @PathVariable Protocol protocol, @PathVariable Instance.Kind kind) {
        return owned.testable(caller, id, submission -> {
            slots.remove(submission.id(), protocol, kind);
            return ResponseEntity.noContent().build();
        });
    }

    record Slot(@Nullable UUID instanceId) {}
}
