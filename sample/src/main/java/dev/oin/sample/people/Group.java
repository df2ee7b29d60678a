package dev.oin.sample.people;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A named set of people. */
public record Group(
        String id,
        String displayName,
        @Nullable String externalId,
        Set<String> members,
        Instant created,
        Instant lastModified) {

    public Group {
        members = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    Group without(String member) {
        Set<String> rest = new LinkedHashSet<>(members);
        rest.remove(member);
        return new Group(id, displayName, externalId, rest, created, lastModified);
    }
}
