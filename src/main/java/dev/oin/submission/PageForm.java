package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a posted form, whose inputs are named after the fields ({@code saml.acs_endpoints[0].url}), into the JSON document that the page's use case takes.
 * Inputs that name no field are left out; rows keep their order, whatever their numbers.
 */
public final class PageForm {

    private static final Pattern HUGE_INDEX = Pattern.compile("\\[\\d{7,}]");

    private PageForm() {}

    /** The page's document. */
    public static ObjectNode document(WizardPage page, Map<String, List<String>> inputs) {
        var document = JsonNodeFactory.instance.objectNode();
        var rows = new TreeMap<Row, ObjectNode>();
        inputs.forEach((name, values) -> Optional.of(name)
                .filter(known -> !HUGE_INDEX.matcher(known).find())
                .flatMap(Fields::find)
                .filter(field -> field.section().page() == page && field.format() != Format.IMAGE)
                .ifPresent(field -> put(document, rows, field, name, values)));
        rows.forEach((row, value) -> listAt(document, row.list()).add(value.has("") ? value.get("") : value));
        return document;
    }

    private static void put(
            ObjectNode document, Map<Row, ObjectNode> rows, Field field, String name, List<String> inputs) {
        var value = value(field, inputs);
        if (value == null) {
            return;
        }
        var path = field.path();
        var bracket = path.indexOf("[]");
        if (bracket < 0) {
            var dot = path.lastIndexOf('.');
            objectAt(document, dot < 0 ? "" : path.substring(0, dot)).set(path.substring(dot + 1), value);
            return;
        }
        var member = path.length() == bracket + 2 ? "" : path.substring(bracket + 3);
        if (name.contains("[]")) {
            inputs.forEach(input -> listAt(document, path.substring(0, bracket)).add(input));
        } else {
            var index = Integer.parseInt(name.replaceFirst("^.*?\\[(\\d+)].*$", "$1"));
            var row = rows.computeIfAbsent(
                    new Row(path.substring(0, bracket), index), fresh -> JsonNodeFactory.instance.objectNode());
            var dot = member.lastIndexOf('.');
            objectAt(row, dot < 0 ? "" : member.substring(0, dot)).set(member.substring(dot + 1), value);
        }
    }

    private static @Nullable JsonNode value(Field field, List<String> inputs) {
        if (field.format() == Format.CHOICES) {
            var chosen = JsonNodeFactory.instance.arrayNode();
            inputs.stream().filter(input -> !input.isBlank()).forEach(chosen::add);
            return chosen;
        }
        var input = inputs.isEmpty() ? "" : inputs.getLast();
        if (input.isBlank() || field.format() == Format.CONSTANT) {
            return null;
        }
        return switch (field.format()) {
            case NUMBER ->
                input.strip().matches("-?\\d{1,9}")
                        ? IntNode.valueOf(Integer.parseInt(input.strip()))
                        : TextNode.valueOf(input);
            case YES_NO ->
                input.equals("true") || input.equals("false") || input.equals("on")
                        ? BooleanNode.valueOf(!input.equals("false"))
                        : TextNode.valueOf(input);
            default -> TextNode.valueOf(input);
        };
    }

    private static ArrayNode listAt(ObjectNode document, String path) {
        var dot = path.lastIndexOf('.');
        return objectAt(document, dot < 0 ? "" : path.substring(0, dot)).withArray(path.substring(dot + 1));
    }

    private static ObjectNode objectAt(ObjectNode document, String path) {
        var at = document;
        for (var name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            at = at.withObjectProperty(name);
        }
        return at;
    }

    private record Row(String list, int index) implements Comparable<Row> {

        @Override
        public int compareTo(Row other) {
            var byList = list.compareTo(other.list);
            return byList == 0 ? Integer.compare(index, other.index) : byList;
        }
    }
}
