package dev.oin.web.portal;

import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** What a form about a person of the sandbox holds; what was refused stands in it again. */
record PersonEntry(String givenName, String familyName, String email, String groups, Map<String, String> attributes)
        implements Serializable {

    /** The name of the model attribute. */
    static final String NAME = "entry";

    static final PersonEntry BLANK = of("", "", "");

    PersonEntry {
        attributes = new TreeMap<>(attributes);
    }

    static PersonEntry of(String givenName, String familyName, String email) {
        return new PersonEntry(givenName, familyName, email, "", Map.of());
    }

    static PersonEntry of(Person person) {
        return new PersonEntry(
                person.givenName(),
                person.familyName(),
                person.email(),
                String.join(", ", person.groups()),
                person.attributes());
    }

    PersonDetails details() {
        return new PersonDetails(givenName, familyName, email);
    }
}
