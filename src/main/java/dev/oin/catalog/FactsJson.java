package dev.oin.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Public facts as they are kept. */
final class FactsJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private FactsJson() {}

    static String write(PublicFacts facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Unwritable facts of " + facts.name(), impossible);
        }
    }

    static PublicFacts read(String snapshot) {
        try {
            return JSON.readValue(snapshot, PublicFacts.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Unreadable snapshot", damaged);
        }
    }
}
