package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.sandbox.scim.ScimReply.Answer;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a search for one user or group by its name has found. */
sealed interface Lookup {

    /** It is there. */
    record Found(String id, JsonNode held) implements Lookup {}

    /** It is not. */
    record Nobody() implements Lookup {}

    /** The answer holds others, so that it says nothing. */
    record Others(String reason) implements Lookup {}

    /** Of an answer to a filter that asks for the attribute's value; names are compared without regard to case, as the standard's schemas do. */
    static Lookup of(Answer answer, String attribute, String value) {
        var resources = answer.at("$.Resources");
        if (resources.isEmpty()) {
            return new Nobody();
        }
        return StreamSupport.stream(resources.spliterator(), false)
                .filter(one -> one.path(attribute).asText("").equalsIgnoreCase(value))
                .findFirst()
                .or(() -> resources.size() == 1 && !resources.path(0).has(attribute)
                        ? Optional.of(resources.path(0))
                        : Optional.empty())
                .filter(one -> !one.path("id").asText("").isEmpty())
                .<Lookup>map(one -> new Found(one.path("id").asText(), one))
                .orElseGet(() -> new Others(
                        "The answer to the filter %s eq \"%s\" holds %s: the filter is ignored, and people or groups would be linked to somebody else's. Support it, and answer an empty list where nobody matches."
                                .formatted(
                                        attribute,
                                        value,
                                        resources.size() == 1 ? "another" : resources.size() + " others")));
    }
}
