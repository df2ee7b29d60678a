package dev.oin.sandbox;

import java.util.List;

/** What groups of a sandbox may be called, and how many one person may have. */
public final class GroupNames {

    /** In words. */
    public static final String RULE = "A group has a name of at most 64 characters.";

    private static final int LONGEST = 64;
    private static final int MOST = 20;

    private GroupNames() {}

    /** Whether a group may be called that. */
    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    static boolean areOfOnePerson(List<String> names) {
        return names.size() <= MOST && names.stream().allMatch(GroupNames::isName);
    }
}
