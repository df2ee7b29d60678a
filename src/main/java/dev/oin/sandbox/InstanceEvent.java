package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;

/** What happened to an instance, published inside the transaction that did it, so that results can follow (testing-rules 3). */
public sealed interface InstanceEvent {

    /** The instance that it happened to. */
    InstanceId instance();

    /** Settings or assignments were changed: results of the instance are removed. */
    record InstanceEdited(InstanceId instance) implements InstanceEvent {}

    /** The instance was turned off: its results do not count while it is. */
    record InstanceDeactivated(InstanceId instance) implements InstanceEvent {}

    /** The instance was turned on. */
    record InstanceActivated(InstanceId instance) implements InstanceEvent {}

    /** The instance was deleted, with its results. */
    record InstanceDeleted(InstanceId instance, SubmissionId submission) implements InstanceEvent {}

    /** The instance left the submission's tester: its results are removed. */
    record InstanceLeftTester(InstanceId instance, SubmissionId submission, Protocol protocol)
            implements InstanceEvent {}
}
