package dev.oin.checks;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Read-only links to a run's results; a link's token is shown once and stored hashed. */
public interface ShareRun {

    /** Makes a link that ends after the given time. */
    Link share(RunId run, AccountId by, Duration lifetime);

    /** Which run a link's token opens; empty for an unknown or expired one. */
    Optional<RunId> opened(String token);

    /**
     * A link.
     *
     * @param token the last segment of {@code /results/{token}}
     */
    record Link(RunId run, String token, Instant expiresAt) {}
}
