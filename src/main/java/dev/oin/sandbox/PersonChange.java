package dev.oin.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is changed about a person; what is null stays as it is. */
public record PersonChange(
        @Nullable PersonDetails details,
        @Nullable List<String> groups,
        @Nullable Map<String, String> attributes,
        Person.@Nullable Status status,
        @Nullable String password) {

    /** The most characters of an attribute's value. */
    public static final int LONGEST_ATTRIBUTE = 1024;

    public PersonChange {
        groups = groups == null ? null : List.copyOf(groups);
        attributes = attributes == null ? null : Map.copyOf(attributes);
    }

    /** Names, address and groups. */
    public static PersonChange of(PersonDetails details, List<String> groups) {
        return new PersonChange(details, groups, null, null, null);
    }

    /** The further attributes alone. */
    public static PersonChange of(Map<String, String> attributes) {
        return new PersonChange(null, null, attributes, null, null);
    }

    /** The status alone. */
    public static PersonChange of(Person.Status status) {
        return new PersonChange(null, null, null, status, null);
    }

    Person of(Person person) {
        var changed = details == null ? person : person.with(details);
        changed = groups == null ? changed : changed.with(groups);
        changed = attributes == null ? changed : changed.with(attributes);
        return status == null ? changed : changed.with(status);
    }
}
