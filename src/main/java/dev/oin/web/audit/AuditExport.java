package dev.oin.web.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.AuditRecord;
import dev.oin.web.insight.Csv;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Records of what was done, as files. */
public final class AuditExport {

    private static final List<String> COLUMNS = List.of(
            "at", "submission", "integration", "kind", "what", "text", "by", "version", "before", "after", "team_only");

    private AuditExport() {}

    /** As comma-separated values. */
    public static ResponseEntity<String> csv(String name, List<AuditRecord> records) {
        return Csv.answer(
                name, COLUMNS, records.stream().map(AuditExport::cells).toList());
    }

    /** As a JSON array. */
    public static ResponseEntity<String> json(String name, List<AuditRecord> records) {
        var array = JsonNodeFactory.instance.arrayNode();
        records.forEach(record -> array.add(object(record)));
        var file = ContentDisposition.attachment().filename(name + ".json").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "json", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(array.toString());
    }

    /** One record, its fields before and after as objects where they are. */
    public static ObjectNode object(AuditRecord record) {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("at", record.at().toString());
        object.put("submission", record.submission().toString());
        object.put("integration", record.integration());
        object.put("kind", record.kind().name());
        object.put("what", record.what());
        object.put("text", record.text());
        object.put("by", record.by().isEmpty() ? null : record.by());
        object.put("version", record.version());
        if (record.kind() == AuditRecord.Kind.EDIT) {
            object.set("before", AuditLine.tree(record.was()));
            object.set("after", AuditLine.tree(record.isNow()));
        } else {
            object.put("before", record.was());
            object.put("after", record.isNow());
        }
        object.put("team_only", record.teamOnly());
        return object;
    }

    private static List<String> cells(AuditRecord record) {
        return List.of(
                record.at().toString(),
                record.submission().toString(),
                record.integration(),
                record.kind().name(),
                record.what(),
                record.text(),
                record.by(),
                record.version() == null ? "" : record.version().toString(),
                Objects.requireNonNullElse(record.was(), ""),
                Objects.requireNonNullElse(record.isNow(), ""),
                Boolean.toString(record.teamOnly()));
    }
}
