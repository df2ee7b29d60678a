package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.web.problems.Problems;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Instances of an integration in its sandbox. */
@RestController
@RequestMapping("/api/v1")
class InstanceCalls {

    private final OwnedThings owned;
    private final Instances instances;
    private final GenerateInstance generate;
    private final ChangeInstance change;
    private final InstanceAnswers answers;
    private final AllOrNothing allOrNothing;

    InstanceCalls(
            OwnedThings owned,
            Instances instances,
            GenerateInstance generate,
            ChangeInstance change,
            InstanceAnswers answers,
            AllOrNothing allOrNothing) {
        this.owned = owned;
        this.instances = instances;
        this.generate = generate;
        this.change = change;
        this.answers = answers;
        this.allOrNothing = allOrNothing;
    }

    @GetMapping("/submissions/{id}/instances")
    ResponseEntity<Object> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean eligible,
            Paging paging) {
        return owned.submission(caller, id, submission -> {
            var shown = instances.of(submission.id()).stream()
                    .map(answers::show)
                    .filter(answer -> eligible == null || answer.eligible() == eligible)
                    .toList();
            return ResponseEntity.ok(Page.of(shown, paging));
        });
    }

    @PostMapping("/submissions/{id}/instances")
    ResponseEntity<Object> generate(Caller caller, @PathVariable UUID id, @RequestBody NewInstance body) {
        return owned.testable(caller, id, submission -> switch (generate.generate(
                submission.id(), body.order(), caller.account())) {
            case GenerateInstance.Outcome.Generated(var instance, var secret) ->
                ResponseEntity.created(URI.create("/api/v1/instances/" + instance.id()))
                        .body(answers.show(instance, secret));
            case GenerateInstance.Outcome.Refused(var problems) -> PeopleCalls.refused(problems);
        });
    }

    @GetMapping("/instances/{id}")
    ResponseEntity<Object> read(Caller caller, @PathVariable UUID id) {
        return owned.instance(caller, id, instance -> ResponseEntity.ok(answers.show(instance)));
    }

    @PatchMapping("/instances/{id}")
    ResponseEntity<Object> patch(Caller caller, @PathVariable UUID id, @RequestBody InstancePatch patch) {
        return owned.testableInstance(
                caller, id, instance -> allOrNothing.write(() -> patched(caller, instance, patch)));
    }

    private ResponseEntity<Object> patched(Caller caller, Instance instance, InstancePatch patch) {
        for (var step : steps(instance, patch)) {
            var outcome = step.get();
            if (!(outcome instanceof ChangeInstance.Outcome.Changed)) {
                return answer(outcome);
            }
        }
        return read(caller, instance.id().value());
    }

    @DeleteMapping("/instances/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable UUID id) {
        return owned.testableInstance(
                caller, id, instance -> answer(change.delete(instance.id(), instance.organization())));
    }

    private List<Supplier<ChangeInstance.Outcome>> steps(Instance instance, InstancePatch patch) {
        var id = instance.id();
        var owner = instance.organization();
        var steps = new ArrayList<Supplier<ChangeInstance.Outcome>>();
        if (patch.label() != null) {
            var label = patch.label();
            steps.add(() -> change.relabel(id, owner, label));
        }
        if (patch.variables() != null) {
            var variables = patch.variables();
            steps.add(() -> change.changeVariables(id, owner, variables));
        }
        if (patch.scim() != null) {
            var scim = patch.scim();
            steps.add(
                    () -> change.connectScim(id, owner, scim.baseUrl(), Objects.requireNonNullElse(scim.token(), "")));
        }
        if (patch.logout() != null) {
            var enabled = Boolean.TRUE.equals(patch.logout().enabled());
            steps.add(() -> change.enableLogout(id, owner, enabled));
        }
        if (patch.active() != null) {
            steps.add(patch.active() ? () -> change.activate(id, owner) : () -> change.deactivate(id, owner));
        }
        return steps;
    }

    private ResponseEntity<Object> answer(ChangeInstance.Outcome outcome) {
        return switch (outcome) {
            case ChangeInstance.Outcome.Changed(var instance) -> ResponseEntity.ok(answers.show(instance));
            case ChangeInstance.Outcome.Deleted() -> ResponseEntity.noContent().build();
            case ChangeInstance.Outcome.Refused(var problems) -> PeopleCalls.refused(problems);
            case ChangeInstance.Outcome.Unknown() -> Problems.notFound().answer();
        };
    }

    record NewInstance(
            Instance.@Nullable Kind kind,
            @Nullable Set<Protocol> protocols,
            @Nullable String label,
            @Nullable Map<String, String> variables) {

        GenerateInstance.Order order() {
            return new GenerateInstance.Order(
                    Objects.requireNonNullElse(kind, Instance.Kind.CURRENT),
                    protocols == null || protocols.isEmpty() ? EnumSet.noneOf(Protocol.class) : protocols,
                    label,
                    variables == null ? Map.of() : variables);
        }
    }

    record InstancePatch(
            @Nullable Boolean active,
            @Nullable String label,
            @Nullable Map<String, String> variables,
            @Nullable ScimPatch scim,
            @Nullable LogoutPatch logout) {}

    record ScimPatch(@Nullable String baseUrl, @Nullable String token) {}

    record LogoutPatch(@Nullable Boolean enabled) {}
}
