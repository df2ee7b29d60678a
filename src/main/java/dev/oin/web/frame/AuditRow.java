package dev.oin.web.frame;

import dev.oin.account.AuditEntry;
import java.time.Instant;

/** A line of what was done to accounts, in words. */
public record AuditRow(Instant at, String actor, String what, String account, String detail) {

    /** The entry in words. */
    public static AuditRow of(AuditEntry entry) {
        return new AuditRow(
                entry.at(),
                entry.actor().isEmpty() ? "The product" : entry.actor(),
                words(entry.what()),
                entry.account(),
                entry.detail());
    }

    private static String words(String what) {
        return switch (what) {
            case "TOKEN_CREATED" -> "API token made";
            case "TOKEN_REVOKED" -> "API token revoked";
            case "ROLES_CHANGED" -> "Roles changed";
            case "DISABLED" -> "Access taken away";
            case "ENABLED" -> "Access given back";
            case "INVITED" -> "Invited";
            case "INVITATION_REVOKED" -> "Invitation revoked";
            case "INVITATION_ACCEPTED" -> "Invitation accepted";
            case "ORGANIZATION_CREATED" -> "Organization created";
            case "PASSWORD_RESET" -> "Password reset";
            case "PASSWORD_CHANGED" -> "Password changed";
            case "SESSION_ENDED" -> "Signed out of a browser";
            case "SIGNED_OUT_EVERYWHERE" -> "Signed out everywhere";
            case "ACCOUNT_OF_PROVIDER" -> "Account made by single sign-on";
            case "SIGNED_IN_AT_PROVIDER" -> "Signed in by single sign-on";
            case "SINGLE_SIGN_ON_AWAITED" -> "Single sign-on allowed to take over";
            case "SINGLE_SIGN_ON_TOOK_OVER" -> "Single sign-on took over";
            case "SINGLE_SIGN_ON_REFUSED" -> "Single sign-on refused";
            case "DOMAIN_CLAIMED" -> "Domain added, not verified yet";
            case "DOMAIN_VERIFIED" -> "Domain verified";
            case "DOMAIN_WITHDRAWN" -> "Domain not asked for any more";
            case "DOMAIN_REMOVED" -> "Domain removed";
            case "SIGNED_UP" -> "Signed up";
            default -> what;
        };
    }
}
