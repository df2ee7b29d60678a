package dev.oin.web.portal;

import dev.oin.checks.LeftInApps;
import dev.oin.sandbox.scim.ProvisioningLog;
import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox organisation as its administrator sees it.
 *
 * @param open how much apps did not take that they can be told again
 * @param left what runs of deleted drafts left in apps
 */
record SandboxView(
        String path,
        String name,
        boolean mayManagePeople,
        boolean mayAssign,
        List<PersonRow> people,
        List<InstanceRow> instances,
        List<SessionRow> sessions,
        List<String> groups,
        List<ProvisioningLog.Entry> provisioned,
        int open,
        List<LeftInApps.Left> left) {

    /** Whether an app has still to answer. */
    public boolean underWay() {
        return provisioned.stream().anyMatch(entry -> entry.result() == ProvisioningLog.Result.UNDER_WAY);
    }

    /** A person of the sandbox. */
    record PersonRow(String id, String name, String email, Chip chip, boolean active, String groups) {}

    /**
     * An instance with the people who may sign in to it.
     *
     * @param provisioningPath where its app is connected; null where it is told of nobody
     * @param provisions whether its app is connected
     * @param pushable the groups that can be pushed to the app and are not
     * @param entitles whether people can be given roles and entitlements there
     */
    record InstanceRow(
            String id,
            String label,
            String protocols,
            String submissionPath,
            boolean held,
            @Nullable String provisioningPath,
            boolean provisions,
            List<String> pushable,
            List<PushRow> pushes,
            boolean entitles,
            List<String> groups,
            List<PersonRow> assigned,
            List<PersonRow> others) {}

    /** A group that is kept the same in the app. */
    record PushRow(String group, Chip chip, boolean active, String members) {}

    /** An open session of a person. */
    record SessionRow(String person, String name, Instant startedAt, Instant lastUsedAt) {}
}
