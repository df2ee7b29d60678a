package dev.oin.workflow;

import dev.oin.account.StaffRole;
import java.util.EnumSet;
import java.util.Set;

/** The engine's groups, one for each role that works in its web applications. */
enum StaffGroup {
    ANALYSTS("Analysts"),
    LEADS("Leads"),
    MANAGERS("Managers"),
    ADMINS("Administrators");

    private final String label;

    StaffGroup(String label) {
        this.label = label;
    }

    /** The name in the models and in grants. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The words people read. */
    String label() {
        return label;
    }

    /** The groups of somebody with these roles; a lead is an analyst too. */
    static Set<StaffGroup> of(Set<StaffRole> roles) {
        var groups = EnumSet.noneOf(StaffGroup.class);
        for (var role : roles) {
            switch (role) {
                case ANALYST -> groups.add(ANALYSTS);
                case LEAD -> groups.addAll(EnumSet.of(LEADS, ANALYSTS));
                case MANAGER -> groups.add(MANAGERS);
                case ADMIN -> groups.add(ADMINS);
                case AUDITOR -> {}
            }
        }
        return groups;
    }
}
