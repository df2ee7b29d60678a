package dev.oin.checks.logout;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw who tested Universal Logout by hand (testing-rules 5).
 *
 * @param status what the app answered to the call; null where it is not known
 */
public record LogoutRecord(
        InstanceId instance,
        AccountId by,
        String byName,
        Instant at,
        @Nullable Integer status,
        boolean passed,
        String note) {

    /** Who saw what, and when. */
    public String inWords() {
        return byName + " tested it by hand on " + at + ": "
                + (passed ? "the session ended" : "the session did not end")
                + (status == null ? "" : ", status " + status) + (note.isEmpty() ? "." : ". " + note);
    }
}
