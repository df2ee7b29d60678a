package dev.oin.web.frame;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.account.StaffRole;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles in words. */
public final class RoleWords {

    private RoleWords() {}

    /** All roles of the caller, such as "App admin, org admin". */
    public static String of(Caller caller) {
        var words = Stream.concat(
                        caller.memberRoles().stream().sorted().map(RoleWords::of),
                        caller.staffRoles().stream().sorted().map(RoleWords::of))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "No role" : words;
    }

    /** A member's role. */
    public static String of(MemberRole role) {
        return switch (role) {
            case SUPER_ADMIN -> "Super admin";
            case APP_ADMIN -> "App admin";
            case ORG_ADMIN -> "Org admin";
            case READ_ONLY -> "Read-only";
        };
    }

    /** What a member's role allows. */
    public static String meaningOf(MemberRole role) {
        return switch (role) {
            case SUPER_ADMIN -> "Does everything: members, integrations, tests, submitting.";
            case APP_ADMIN -> "Edits integrations; with the org admin role also tests and submits.";
            case ORG_ADMIN -> "Creates people in the sandbox; with the app admin role also tests and submits.";
            case READ_ONLY -> "Looks at submissions, changes nothing.";
        };
    }

    /** A staff role. */
    public static String of(StaffRole role) {
        return switch (role) {
            case ANALYST -> "Analyst";
            case LEAD -> "Lead";
            case MANAGER -> "Manager";
            case ADMIN -> "Administrator";
            case AUDITOR -> "Auditor";
        };
    }
}
