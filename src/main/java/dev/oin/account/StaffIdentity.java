package dev.oin.account;

import java.util.Set;

/**
 * A person as the team's OpenID provider vouches for them, at this sign-in.
 *
 * @param subject never reassigned by the issuer, unlike an e-mail address
 * @param email empty where the provider told none, or said that it is not verified
 * @param groups the values of the claim that gives roles
 */
public record StaffIdentity(String issuer, String subject, String email, String name, Set<String> groups) {

    public StaffIdentity {
        groups = Set.copyOf(groups);
    }
}
