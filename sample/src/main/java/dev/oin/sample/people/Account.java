package dev.oin.sample.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's account.
 *
 * @param profile the attributes, in the names and shapes of the SCIM core schema
 * @param local an account of the application's own administrator, never opened by single sign-on
 * @param revokedAt sessions that began before this moment are dead
 */
public record Account(
        String id,
        ObjectNode profile,
        List<Identity> identities,
        boolean local,
        Instant created,
        Instant lastModified,
        @Nullable Instant revokedAt) {

    public Account {
        profile = profile.deepCopy();
        identities = List.copyOf(identities);
    }

    @JsonIgnore
    public String userName() {
        return profile.path("userName").asText();
    }

    @JsonIgnore
    public boolean active() {
        return profile.path("active").asBoolean(true);
    }

    @JsonIgnore
    public String givenName() {
        return profile.path("name").path("givenName").asText();
    }

    @JsonIgnore
    public String familyName() {
        return profile.path("name").path("familyName").asText();
    }

    @JsonIgnore
    public String name() {
        String full = (givenName() + " " + familyName()).strip();
        return full.isEmpty() ? profile.path("displayName").asText(userName()) : full;
    }

    @JsonIgnore
    public String email() {
        JsonNode emails = profile.path("emails");
        for (JsonNode email : emails) {
            if (email.path("primary").asBoolean()) {
                return email.path("value").asText();
            }
        }
        return emails.path(0).path("value").asText(userName());
    }

    boolean isReachedAt(String email) {
        if (userName().equalsIgnoreCase(email)) {
            return true;
        }
        for (JsonNode known : profile.path("emails")) {
            if (known.path("value").asText().equalsIgnoreCase(email)) {
                return true;
            }
        }
        return false;
    }

    public Account withProfile(ObjectNode changed, Instant now) {
        return new Account(id, changed, identities, local, created, now, revokedAt);
    }

    public Account withIdentity(Identity identity) {
        List<Identity> more = new java.util.ArrayList<>(identities);
        more.add(identity);
        return new Account(id, profile, more, local, created, lastModified, revokedAt);
    }

    public Account revoked(Instant now) {
        return new Account(id, profile, identities, local, created, lastModified, now);
    }

    public Account withId(String other) {
        return new Account(other, profile, identities, local, created, lastModified, revokedAt);
    }
}
