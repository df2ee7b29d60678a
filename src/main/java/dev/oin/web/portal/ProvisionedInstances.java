package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the instance whose provisioning somebody wants to see or change. */
@Component
class ProvisionedInstances {

    private final Instances instances;

    ProvisionedInstances(Instances instances) {
        this.instances = instances;
    }

    /** The integration's instance; {@link Missing} where there is none that provisions, {@link NotAllowed} for whoever may not test. */
    Instance own(Submission submission, UUID instance, Caller caller) {
        if (!caller.isMemberOf(submission.organization()) || !caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return Optional.of(submission.organization())
                .flatMap(owner -> instances.find(new InstanceId(instance), owner))
                .filter(found -> found.integration().equals(submission.integration())
                        && found.app().scim() != null)
                .orElseThrow(Missing::new);
    }
}
