package dev.oin.sandbox.oidc;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What an app learns about a person, by scope (OpenID Connect Core 5.4). The user name is the one that the person has in the app; names and address are those that are set
 * at the assignment, else the person's own.
 */
@Component
final class PersonClaims {

    private final Instances instances;
    private final AppUsers users;

    PersonClaims(Instances instances, AppUsers users) {
        this.instances = instances;
        this.users = users;
    }

    /** For a client, which is an instance. */
    Map<String, Object> of(Person person, InstanceId client, Set<String> scopes) {
        return instances
                .find(client)
                .map(instance -> of(person, scopes, appUser(instance, person)))
                .orElseThrow(() -> new IllegalStateException("The instance is gone: " + client));
    }

    private Map<String, String> appUser(Instance instance, Person person) {
        var values = new LinkedHashMap<String, String>();
        var named = users.named(instance, person);
        values.put("appuser.userName", named.getOrDefault("appuser.userName", person.email()));
        values.putAll(users.assigned(instance, person));
        return values;
    }

    private static Map<String, Object> of(Person person, Set<String> scopes, Map<String, String> appUser) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", person.id().toString());
        if (scopes.contains("profile")) {
            var given = appUser.getOrDefault("appuser.givenName", person.givenName());
            var family = appUser.getOrDefault("appuser.familyName", person.familyName());
            claims.put("name", appUser.getOrDefault("appuser.displayName", given + ' ' + family));
            claims.put("given_name", given);
            claims.put("family_name", family);
            claims.put("preferred_username", appUser.getOrDefault("appuser.userName", person.email()));
        }
        if (scopes.contains("email")) {
            claims.put("email", appUser.getOrDefault("appuser.emails", person.email()));
            claims.put("email_verified", true);
        }
        return claims;
    }
}
