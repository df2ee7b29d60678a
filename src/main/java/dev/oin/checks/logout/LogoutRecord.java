package dev.oin.checks.logout;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw who tested Universal Logout by hand (testing-rules 5).
 *
 * @param status what the app answered to the call; null where it is not known
 * @param endedAfter how long the session lived on after the call; null where nobody measured it
 */
public record LogoutRecord(
        InstanceId instance,
        AccountId by,
        String byName,
        Instant at,
        @Nullable Integer status,
        boolean passed,
        @Nullable Duration endedAfter,
        String note) {

    /** Beyond this nobody speaks of a logout. */
    public static final Duration LONGEST = Duration.ofDays(1);

    public LogoutRecord {
        if (endedAfter != null && (!passed || endedAfter.isNegative() || endedAfter.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "A session that " + (passed ? "ended" : "lives") + " after " + endedAfter);
        }
    }

    /** Who saw what, and when. */
    public String inWords() {
        return byName + " tested it by hand on " + at + ": " + seen();
    }

    /** What was seen. */
    public String seen() {
        return (passed ? "the session ended" : "the session did not end")
                + (endedAfter == null ? "" : " after " + words(endedAfter))
                + (status == null ? "" : ", status " + status)
                + (note.isEmpty() ? "." : ". " + note);
    }

    private static String words(Duration time) {
        var seconds = time.toSecondsPart() == 0 && time.toMinutes() > 0 ? "" : " " + time.toSecondsPart() + " s";
        return ((time.toMinutes() > 0 ? time.toMinutes() + " min" : "") + seconds).strip();
    }
}
