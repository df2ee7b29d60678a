package dev.oin.catalog;

import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The engine's side of a chosen date; implemented by the workflow, in the caller's transaction. */
public interface PublicationTimer {

    /** Publishes at the instant, or as soon as nothing stands in the way where it is null; also while the process waits already. */
    void publishAt(SubmissionId submission, @Nullable Instant at);
}
