package dev.oin.gate;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which instance stands for each protocol: the one in the tester, else an active one, else the newest. */
@Component
class StandingInstances {

    private final Instances instances;
    private final TesterSlots slots;

    StandingInstances(Instances instances, TesterSlots slots) {
        this.instances = instances;
        this.slots = slots;
    }

    /** The instances of the submission as it is now. */
    Map<Protocol, Instance> current(Submission submission) {
        return of(submission, Instance.Kind.CURRENT, submission.content());
    }

    /** The instances of the published version, whose content is given. */
    Map<Protocol, Instance> published(Submission update, Content published) {
        return of(update, Instance.Kind.PUBLISHED, published);
    }

    private Map<Protocol, Instance> of(Submission submission, Instance.Kind kind, Content content) {
        var eligible = eligible(submission, kind);
        var found = new EnumMap<Protocol, Instance>(Protocol.class);
        for (var protocol : List.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM)) {
            if (content.has(protocol)) {
                choose(submission, protocol, kind, eligible).ifPresent(instance -> found.put(protocol, instance));
            }
        }
        return found;
    }

    private List<Instance> eligible(Submission submission, Instance.Kind kind) {
        return instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == kind)
                .filter(instance -> instances.eligibility(instance).isEligible())
                .toList();
    }

    private Optional<Instance> choose(
            Submission submission, Protocol protocol, Instance.Kind kind, List<Instance> eligible) {
        var inTester =
                protocol.isSingleSignOn() ? slots.in(submission.id(), protocol, kind) : Optional.<InstanceId>empty();
        return eligible.stream()
                .filter(instance -> instance.has(protocol))
                .max(Comparator.comparing((Instance instance) ->
                                inTester.filter(instance.id()::equals).isPresent())
                        .thenComparing(Instance::active)
                        .thenComparing(Instance::generatedAt));
    }
}
