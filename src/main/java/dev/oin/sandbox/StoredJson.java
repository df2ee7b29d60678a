package dev.oin.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records of the sandbox as JSON columns; a member that an older version wrote and we no longer know is passed over. */
@Component
public final class StoredJson {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The record as text. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("Cannot write " + value.getClass(), wrong);
        }
    }

    /** The text as a record. */
    public <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("Cannot read " + type, wrong);
        }
    }

    /** The text as names and values. */
    public Map<String, String> texts(String text) {
        try {
            return mapper.readValue(text, TEXTS);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("Cannot read names and values", wrong);
        }
    }
}
