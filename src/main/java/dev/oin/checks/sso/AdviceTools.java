package dev.oin.checks.sso;

import dev.oin.egress.GuardedHttp;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What advice is gathered with. */
@Component
record AdviceTools(
        AppSessions sessions,
        SignInTrials trials,
        NewPeople newPeople,
        People people,
        Assignments assignments,
        Instances instances,
        GuardedHttp http) {

    /** Another active instance of the same submission, kind and protocol, whose app may be another tenant's. */
    Optional<Instance> otherTenant(Instance instance) {
        return instances.of(instance.submission()).stream()
                .filter(other -> !other.id().equals(instance.id())
                        && other.active()
                        && other.kind() == instance.kind()
                        && other.singleSignOn().equals(instance.singleSignOn()))
                .findFirst();
    }
}
