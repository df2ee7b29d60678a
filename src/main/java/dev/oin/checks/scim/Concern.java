package dev.oin.checks.scim;

import dev.oin.submission.Scim;
import dev.oin.submission.Scim.GroupOperation;
import dev.oin.submission.Scim.ScimObject;
import dev.oin.submission.Scim.UserOperation;

/** Which apps a strict check concerns, by what their submission declares. */
enum Concern {
    EVERYBODY("") {
        @Override
        boolean concerns(Scim declared) {
            return true;
        }
    },
    CREATE("CREATE") {
        @Override
        boolean concerns(Scim declared) {
            return declared.userOps().contains(UserOperation.CREATE);
        }
    },
    UPDATE("CREATE and UPDATE") {
        @Override
        boolean concerns(Scim declared) {
            return CREATE.concerns(declared) && declared.userOps().contains(UserOperation.UPDATE);
        }
    },
    DEACTIVATE("CREATE and DEACTIVATE") {
        @Override
        boolean concerns(Scim declared) {
            return CREATE.concerns(declared) && declared.userOps().contains(UserOperation.DEACTIVATE);
        }
    },
    PATCH("CREATE and PATCH") {
        @Override
        boolean concerns(Scim declared) {
            return CREATE.concerns(declared)
                    && (declared.userOps().contains(UserOperation.PATCH_USER)
                            || declared.groupOps().contains(GroupOperation.UPDATE));
        }
    },
    GROUPS("groups") {
        @Override
        boolean concerns(Scim declared) {
            return declared.objects().contains(ScimObject.GROUPS);
        }
    },
    GROUP_CREATE("groups and the creation of groups") {
        @Override
        boolean concerns(Scim declared) {
            return GROUPS.concerns(declared) && declared.groupOps().contains(GroupOperation.CREATE);
        }
    },
    GROUP_UPDATE("groups, their update, and CREATE") {
        @Override
        boolean concerns(Scim declared) {
            return GROUP_CREATE.concerns(declared)
                    && CREATE.concerns(declared)
                    && declared.groupOps().contains(GroupOperation.UPDATE);
        }
    };

    private final String needed;

    Concern(String needed) {
        this.needed = needed;
    }

    abstract boolean concerns(Scim declared);

    /** What would have to be declared. */
    String needed() {
        return needed;
    }
}
