package dev.oin.web.portal;

import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ISV organisation as its members see it.
 *
 * @param nudge whether only one person could submit
 */
record OrganizationView(
        String name,
        boolean nudge,
        boolean mayManage,
        boolean mayMakeTokens,
        List<Option> roles,
        List<Member> members,
        List<Member> removed,
        List<Invited> invited,
        List<Domain> domains,
        List<Token> tokens) {

    /** A member. */
    record Member(
            String id,
            String name,
            String email,
            List<String> roles,
            String roleWords,
            String state,
            boolean removable) {}

    /** Somebody whose invitation is open. */
    record Invited(String id, String email, String roleWords, Instant expiresAt) {}

    /** A verified domain. */
    record Domain(String name, Chip chip) {}

    /** An API token. */
    record Token(
            String id,
            String name,
            String owner,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt,
            boolean revocable) {}
}
