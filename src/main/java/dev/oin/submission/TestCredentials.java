package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.vault.Secret;
import java.util.Optional;

/** The secrets of a submission: the test account's password, and the OAuth client secret for SCIM. */
public interface TestCredentials {

    /** Whether a password is there. */
    Standing passwordOf(SubmissionId submission);

    /** Shows the test account's password to a person of the team; noted in the timeline. */
    Optional<Secret> revealPassword(SubmissionId submission, Caller caller);

    /** The OAuth client secret for SCIM, for the provisioning client. */
    Optional<Secret> scimClientSecret(SubmissionId submission);

    /** Deletes username, password and client secret, in all versions and revisions; noted in the timeline. Harmless if repeated. */
    void delete(SubmissionId submission);

    /** What became of the password. */
    enum Standing {
        PRESENT,
        /** Deleted after its time; a new one is needed (G-22). */
        DELETED,
        NEVER_ENTERED
    }
}
