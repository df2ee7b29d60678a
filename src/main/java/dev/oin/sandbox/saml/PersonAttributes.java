package dev.oin.sandbox.saml;

import dev.oin.sandbox.Person;
import dev.oin.submission.expression.AttributeValues;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an attribute statement's value comes to for a person at sign-in. */
@Component
final class PersonAttributes {

    /** The value for the person; empty where the person has none. */
    Optional<String> evaluate(String value, Person person) {
        return AttributeValues.evaluate(value, of(person));
    }

    private static Map<String, String> of(Person person) {
        return Map.of(
                "user.userName", person.email(),
                "appuser.userName", person.email(),
                "user.login", person.email(),
                "user.email", person.email(),
                "user.firstName", person.givenName(),
                "user.lastName", person.familyName(),
                "user.displayName", person.fullName());
    }
}
