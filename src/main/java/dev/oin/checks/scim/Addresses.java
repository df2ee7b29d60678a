package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.sandbox.scim.ScimReply.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/** The e-mail addresses that an answer shows; there may be others than were sent, such as an alias that the app makes itself. */
final class Addresses {

    private Addresses() {}

    /** Those of the type work. */
    static List<String> work(Answer answer) {
        return StreamSupport.stream(answer.at("$.emails").spliterator(), false)
                .filter(email -> email.path("type").asText().equals("work"))
                .map(email -> email.path("value").asText())
                .toList();
    }

    /** How many are primary. */
    static long primaries(Answer answer) {
        return answer.at("$.emails").findValues("primary").stream()
                .filter(JsonNode::asBoolean)
                .count();
    }
}
