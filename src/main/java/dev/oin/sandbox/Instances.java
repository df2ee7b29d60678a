package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Optional;

/** All instances, as other modules read them. */
public interface Instances {

    /** The instance with the id, whoever it belongs to; for the team and the pipeline itself. */
    Optional<Instance> find(InstanceId id);

    /** The organisation's own instance; empty for another organisation's id. */
    Optional<Instance> find(InstanceId id, OrganizationId owner);

    /** The instances of the submission's integration, newest first. */
    List<Instance> of(SubmissionId submission);

    /** Whether the instance still stands for what the ISV hands in. */
    Eligibility eligibility(Instance instance);

    /** Where the app finds the identity provider. */
    InstanceAddresses addresses(Instance instance);
}
