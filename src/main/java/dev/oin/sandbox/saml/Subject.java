package dev.oin.sandbox.saml;

import dev.oin.sandbox.Person;
import java.time.Instant;
import java.util.Map;

/**
 * Who signs in.
 *
 * @param authenticatedAt when the password was last entered
 * @param session names the session towards the app, without being usable as one
 * @param appUser what statements call {@code appuser.…}, with that name
 */
record Subject(Person person, Instant authenticatedAt, String session, Map<String, String> appUser) {

    Subject {
        appUser = Map.copyOf(appUser);
    }

    Subject(Person person, Instant authenticatedAt, String session) {
        this(person, authenticatedAt, session, Map.of());
    }
}
