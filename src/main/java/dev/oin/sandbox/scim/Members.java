package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who is in a group, as an answer shows it: by value, or by {@code $ref} alone; the standard's schema requires neither (RFC 7643, section 8.7.1). */
public final class Members {

    private Members() {}

    /** The ids of a group's members. */
    public static List<String> of(JsonNode group) {
        return StreamSupport.stream(group.path("members").spliterator(), false)
                .map(member -> member.hasNonNull("value") ? member.path("value").asText() : last(member))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static String last(JsonNode member) {
        var place = member.path("$ref").asText("").replaceFirst("/+$", "").replaceFirst("^.*/", "");
        try {
            return URLDecoder.decode(place.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return place;
        }
    }
}
