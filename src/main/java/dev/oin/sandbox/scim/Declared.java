package dev.oin.sandbox.scim;

import dev.oin.sandbox.Instance;
import dev.oin.submission.Scim.GroupOperation;
import dev.oin.submission.Scim.ScimObject;
import dev.oin.submission.Scim.UserOperation;
import java.util.Set;

/**
 * What an installed app lets be done by SCIM.
 *
 * @param batch how many members of a group it takes at once
 */
record Declared(Set<UserOperation> users, Set<GroupOperation> groups, int batch) {

    static Declared of(Instance instance) {
        var scim = instance.app().scim();
        if (scim == null) {
            return new Declared(Set.of(), Set.of(), 1);
        }
        var settings = scim.settings();
        return new Declared(
                Set.copyOf(settings.userOps()),
                settings.objects().contains(ScimObject.GROUPS) ? Set.copyOf(settings.groupOps()) : Set.of(),
                settings.groupPatchBatch());
    }
}
