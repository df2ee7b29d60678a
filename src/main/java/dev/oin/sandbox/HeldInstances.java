package dev.oin.sandbox;

import dev.oin.kernel.SubmissionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks a submission's instances as held. */
@Component
class HeldInstances implements HoldInstances {

    private final InstanceRows rows;

    HeldInstances(InstanceRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public void hold(SubmissionId submission) {
        rows.hold(submission, true);
    }

    @Override
    @Transactional
    public void release(SubmissionId submission) {
        rows.hold(submission, false);
    }
}
