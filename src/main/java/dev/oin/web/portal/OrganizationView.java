package dev.oin.web.portal;

import dev.oin.web.frame.AuditRow;
import dev.oin.web.frame.TokenRow;
import java.time.Instant;
import java.util.List;

/** An ISV organisation as its members see it. */
record OrganizationView(
        String name,
        boolean mayManage,
        List<Option> roles,
        List<Member> members,
        List<Member> removed,
        List<Invited> invited,
        List<TokenRow> tokens,
        List<AuditRow> audit) {

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
}
