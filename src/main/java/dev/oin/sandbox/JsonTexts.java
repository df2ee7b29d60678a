package dev.oin.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;

/** Names and values as a JSON column. */
final class JsonTexts {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private JsonTexts() {}

    static String write(Map<String, String> texts) {
        try {
            return MAPPER.writeValueAsString(new TreeMap<>(texts));
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("Cannot write names and values", wrong);
        }
    }

    static Map<String, String> read(String text) {
        try {
            return MAPPER.readValue(text, TEXTS);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("Cannot read names and values", wrong);
        }
    }
}
