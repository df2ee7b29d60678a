package dev.oin.sandbox.saml;

import dev.oin.submission.expression.AttributeValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an attribute statement's value comes to for a person at sign-in. */
@Component
final class PersonAttributes {

    /** The value for the person; empty where they have none. */
    Optional<String> evaluate(String value, Subject subject) {
        return AttributeValues.evaluate(value, of(subject));
    }

    private static Map<String, String> of(Subject subject) {
        var named = new HashMap<String, String>();
        subject.person().profile().forEach((name, value) -> named.put("user." + name, value));
        named.put("appuser.userName", subject.person().email());
        named.putAll(subject.appUser());
        return named;
    }
}
