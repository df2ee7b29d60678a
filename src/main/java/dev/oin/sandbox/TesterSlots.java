package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.util.List;
import java.util.Optional;

/** Which instances the submission tester works with: one for each single sign-on protocol and kind (testing-rules 3). */
public interface TesterSlots {

    /** The slots that are taken. */
    List<Slot> of(SubmissionId submission);

    /** The instance in the slot. */
    Optional<InstanceId> in(SubmissionId submission, Protocol protocol, Instance.Kind kind);

    /** Add to Tester: takes the slot, replacing another instance. */
    Outcome add(SubmissionId submission, Protocol protocol, Instance.Kind kind, InstanceId instance);

    /** Remove from Tester; harmless where the slot is free. */
    void remove(SubmissionId submission, Protocol protocol, Instance.Kind kind);

    /** A taken slot. */
    record Slot(Protocol protocol, Instance.Kind kind, InstanceId instance) {}

    /** What came of it. */
    sealed interface Outcome {

        /** The instance is in the tester. */
        record Added() implements Outcome {}

        /** It is not. */
        record Refused(String because) implements Outcome {}
    }
}
