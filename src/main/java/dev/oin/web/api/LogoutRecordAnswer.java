package dev.oin.web.api;

import dev.oin.checks.logout.LogoutRecord;
import dev.oin.kernel.InstanceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A manual test of Universal Logout, as the API shows it. */
record LogoutRecordAnswer(
        InstanceId instanceId,
        String by,
        Instant at,
        boolean passed,
        @Nullable Long endedAfterSeconds,
        @Nullable Integer status,
        String note) {

    static LogoutRecordAnswer of(LogoutRecord record) {
        var time = record.endedAfter();
        return new LogoutRecordAnswer(
                record.instance(),
                record.byName(),
                record.at(),
                record.passed(),
                time == null ? null : time.toSeconds(),
                record.status(),
                record.note());
    }
}
