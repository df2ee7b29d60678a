package dev.oin.sandbox.oidc;

import dev.oin.sandbox.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What an app learns about a person, by scope (OpenID Connect Core 5.4). */
final class PersonClaims {

    private PersonClaims() {}

    static Map<String, Object> of(Person person, Set<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", person.id().toString());
        if (scopes.contains("profile")) {
            claims.put("name", person.fullName());
            claims.put("given_name", person.givenName());
            claims.put("family_name", person.familyName());
            claims.put("preferred_username", person.email());
        }
        if (scopes.contains("email")) {
            claims.put("email", person.email());
            claims.put("email_verified", true);
        }
        return claims;
    }
}
