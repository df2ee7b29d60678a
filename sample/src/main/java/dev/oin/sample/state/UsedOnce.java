package dev.oin.sample.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.sample.SampleSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Remembers ids of messages that may be used once only, until they expire by themselves. */
@Component
public class UsedOnce {

    private final Clock clock;
    private final JsonFile file;
    private final Map<String, Long> expiryById = new HashMap<>();

    UsedOnce(SampleSettings settings, ObjectMapper json, Clock clock) {
        this.clock = clock;
        this.file = new JsonFile(settings.data().resolve("used-once.json"), json);
        file.read()
                .ifPresent(node -> node.properties()
                        .forEach(entry ->
                                expiryById.put(entry.getKey(), entry.getValue().asLong())));
    }

    /** True the first time that {@code id} is seen. */
    public synchronized boolean firstUse(String id, Instant expiry) {
        long now = clock.instant().getEpochSecond();
        expiryById.values().removeIf(end -> end < now);
        if (expiryById.putIfAbsent(id, expiry.getEpochSecond()) != null) {
            return false;
        }
        file.write(expiryById);
        return true;
    }
}
