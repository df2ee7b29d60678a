package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says field by field how two contents differ; rows are matched by what names them, not by where they stand. */
public final class CompareContents {

    private CompareContents() {}

    /** The differences, in the order of the pages. */
    public static List<Difference> between(Content before, Content after) {
        var was = entries(before);
        var is = entries(after);
        var keys = Stream.concat(is.keySet().stream(), was.keySet().stream()).distinct();
        var differences = new ArrayList<Difference>();
        keys.forEach(key -> {
            var old = was.get(key);
            var now = is.get(key);
            var any = now == null ? old : now;
            if (any != null && (old == null || now == null || !old.value().equals(now.value()))) {
                differences.add(new Difference(
                        key, any.label(), old == null ? "" : old.value(), now == null ? "" : now.value()));
            }
        });
        return paired(differences).stream()
                .sorted(Comparator.comparing(CompareContents::place))
                .toList();
    }

    private record Entry(String label, String value) {}

    private static Map<String, Entry> entries(Content content) {
        var values = new FieldValues(content);
        var entries = new LinkedHashMap<String, Entry>();
        for (var field : Fields.all()) {
            if (field.format() == Format.IMAGE) {
                logo(content, field, entries);
            } else if (field.isInList()) {
                rows(field, values, entries);
            } else {
                values.of(field).stream()
                        .filter(value -> !value.isMissing())
                        .forEach(value -> entries.put(field.key(), new Entry(labelOf(field), words(value.value()))));
            }
        }
        return entries;
    }

    private static void logo(Content content, Field field, Map<String, Entry> entries) {
        var logo = content.logo();
        if (logo != null) {
            var hash = logo.hash().substring(0, Math.min(12, logo.hash().length()));
            entries.put(
                    field.key(), new Entry(field.label(), "%d x %d, %s".formatted(logo.width(), logo.height(), hash)));
        }
    }

    private static void rows(Field field, FieldValues values, Map<String, Entry> entries) {
        var list = field.key().substring(0, field.key().indexOf("[]"));
        var member = field.key().substring(list.length() + 2);
        var seen = new HashMap<String, Integer>();
        var row = 0;
        for (var value : values.of(field)) {
            var name = nameOf(list, row++, value.value(), values);
            var count = seen.merge(name, 1, Integer::sum);
            var unique = count == 1 ? name : name + " #" + count;
            if (!value.isMissing()) {
                entries.put(
                        "%s[%s]%s".formatted(list, unique, member),
                        new Entry(labelOf(field, list, member, unique), words(value.value())));
            }
        }
    }

    /** What a row is known by: its name, its index, or the value itself. */
    private static String nameOf(String list, int row, JsonNode value, FieldValues values) {
        var names = switch (list) {
            case "variables", "saml.attributes", "saml.group_attributes" -> List.of("name");
            case "saml.acs_endpoints" -> List.of("index");
            case "scim.mappings" -> List.of("direction", "target");
            case "ent.types" -> List.of("resource_type");
            default -> List.<String>of();
        };
        if (names.isEmpty()) {
            return value.asText();
        }
        var name = names.stream()
                .map(member -> values.of(Fields.get(list + "[]." + member)).get(row))
                .filter(located -> !located.isMissing())
                .map(FieldValues.Located::text)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Integer.toString(row) : name;
    }

    /** Of plain values, one that went and one that came are one that was changed. */
    private static List<Difference> paired(List<Difference> differences) {
        var paired = new ArrayList<>(differences);
        for (var gone : differences) {
            if (!gone.field().endsWith("]") || !gone.after().isEmpty()) {
                continue;
            }
            var list = gone.field().substring(0, gone.field().indexOf('['));
            paired.stream()
                    .filter(come -> come.field().startsWith(list + "[")
                            && come.field().endsWith("]")
                            && come.before().isEmpty())
                    .findFirst()
                    .ifPresent(come -> {
                        paired.remove(gone);
                        paired.set(
                                paired.indexOf(come),
                                new Difference(come.field(), come.label(), gone.before(), come.after()));
                    });
        }
        return paired;
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }

    private static String labelOf(Field field) {
        var isAmbiguous = Fields.all().stream()
                        .filter(other -> other.label().equals(field.label()) && !other.isInList())
                        .count()
                > 1;
        return isAmbiguous ? "%s, %s".formatted(field.label(), field.section().label()) : field.label();
    }

    private static String labelOf(Field field, String list, String member, String name) {
        if (member.isEmpty()) {
            return field.label();
        }
        var label = Fields.list(list).map(FieldList::label).orElse(list);
        return "%s: %s, %s".formatted(label, name, field.label());
    }

    private static int place(Difference difference) {
        var key = difference.field().replaceAll("\\[.*]", "[]");
        return Fields.find(key).map(Fields.all()::indexOf).orElse(Integer.MAX_VALUE);
    }
}
