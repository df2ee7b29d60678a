package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.UUID;

/** What the ISV did outside of the wizard. */
record IsvMove(
        UUID id, SubmissionId submission, Kind kind, int round, String reason, AccountId movedBy, Instant movedAt) {

    enum Kind {
        REPLIED,
        WITHDRAWN
    }
}
