package dev.oin.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.oin.submission.AuditRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of what was done, as pages show it: one change of a field per line. */
public record AuditLine(
        Instant at,
        String submission,
        String integration,
        String kind,
        String what,
        String text,
        String by,
        @Nullable Integer version,
        List<Change> changes,
        boolean teamOnly) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The record in words. */
    public static AuditLine of(AuditRecord record) {
        return new AuditLine(
                record.at(),
                record.submission().toString(),
                record.integration(),
                record.kind().label(),
                record.what(),
                record.text(),
                record.by().isEmpty() ? "The pipeline" : record.by(),
                record.version(),
                changes(record),
                record.teamOnly());
    }

    private static List<Change> changes(AuditRecord record) {
        return switch (record.kind()) {
            case EDIT -> fields(tree(record.was()), tree(record.isNow()));
            case MAIL -> List.of(new Change("to", "", record.isNow() == null ? "" : record.isNow()));
            case TRANSITION, DECISION, REVEAL, EVENT -> List.of();
        };
    }

    private static List<Change> fields(JsonNode was, JsonNode isNow) {
        var keys = new LinkedHashSet<String>();
        was.fieldNames().forEachRemaining(keys::add);
        isNow.fieldNames().forEachRemaining(keys::add);
        var changes = new ArrayList<Change>();
        keys.forEach(key -> changes.add(
                new Change(key, was.path(key).asText(), isNow.path(key).asText())));
        return List.copyOf(changes);
    }

    static JsonNode tree(@Nullable String json) {
        try {
            return JSON.readTree(json == null ? "{}" : json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Unreadable audit record", damaged);
        }
    }

    /** A field before and after. */
    public record Change(String field, String before, String after) {}
}
