package dev.oin.sandbox;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person of a sandbox organisation: somebody who signs in to apps, not a user of the product.
 *
 * @param email the address, which is also the name to sign in with; unique in the organisation, ignoring case
 * @param groups names of the groups that the person belongs to
 * @param attributes what else is known, by the names of submission-rules 12.5, such as {@code title}
 * @param madeForRun the run of checks that made the person and removes it again; null for the ISV's own people
 */
public record Person(
        PersonId id,
        OrganizationId organization,
        String givenName,
        String familyName,
        String email,
        Status status,
        List<String> groups,
        Map<String, String> attributes,
        @Nullable RunId madeForRun,
        Instant createdAt) {

    public Person {
        groups = List.copyOf(groups);
        attributes = Map.copyOf(attributes);
    }

    /** A person of whom no more is known. */
    public Person(
            PersonId id,
            OrganizationId organization,
            String givenName,
            String familyName,
            String email,
            Status status,
            List<String> groups,
            @Nullable RunId madeForRun,
            Instant createdAt) {
        this(id, organization, givenName, familyName, email, status, groups, Map.of(), madeForRun, createdAt);
    }

    /** Whether the person may sign in. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        DEACTIVATED
    }

    /** Whether the person may sign in. */
    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** Given and family name. */
    public String fullName() {
        return givenName + " " + familyName;
    }

    /** Everything that is known, by the names of submission-rules 12.5. */
    public Map<String, String> profile() {
        var profile = new HashMap<>(attributes);
        profile.put("userName", email);
        profile.put("login", email);
        profile.put("email", email);
        profile.put("firstName", givenName);
        profile.put("lastName", familyName);
        profile.putIfAbsent("displayName", fullName());
        return profile;
    }

    PersonDetails details() {
        return new PersonDetails(givenName, familyName, email);
    }

    Person with(PersonDetails details) {
        return new Person(
                id,
                organization,
                details.givenName(),
                details.familyName(),
                details.email(),
                status,
                groups,
                attributes,
                madeForRun,
                createdAt);
    }

    Person with(Status other) {
        return new Person(
                id, organization, givenName, familyName, email, other, groups, attributes, madeForRun, createdAt);
    }

    Person with(List<String> others) {
        return new Person(
                id, organization, givenName, familyName, email, status, others, attributes, madeForRun, createdAt);
    }

    Person with(Map<String, String> others) {
        return new Person(
                id, organization, givenName, familyName, email, status, groups, others, madeForRun, createdAt);
    }
}
