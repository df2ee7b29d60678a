package dev.oin.gate;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Submission;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which instance stands for each protocol: the one in the tester, else an active one, else the newest. */
@Component
class CurrentInstances {

    private final Instances instances;
    private final TesterSlots slots;

    CurrentInstances(Instances instances, TesterSlots slots) {
        this.instances = instances;
        this.slots = slots;
    }

    Map<Protocol, Instance> of(Submission submission) {
        var eligible = eligible(submission);
        var found = new EnumMap<Protocol, Instance>(Protocol.class);
        for (var protocol : List.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM)) {
            if (submission.content().has(protocol)) {
                choose(submission, protocol, eligible).ifPresent(instance -> found.put(protocol, instance));
            }
        }
        return found;
    }

    private List<Instance> eligible(Submission submission) {
        return instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == Instance.Kind.CURRENT)
                .filter(instance -> instances.eligibility(instance).isEligible())
                .toList();
    }

    private Optional<Instance> choose(Submission submission, Protocol protocol, List<Instance> eligible) {
        var inTester = protocol.isSingleSignOn()
                ? slots.in(submission.id(), protocol, Instance.Kind.CURRENT)
                : Optional.<InstanceId>empty();
        return eligible.stream()
                .filter(instance -> instance.has(protocol))
                .max(Comparator.comparing((Instance instance) ->
                                inTester.filter(instance.id()::equals).isPresent())
                        .thenComparing(Instance::active)
                        .thenComparing(Instance::generatedAt));
    }
}
