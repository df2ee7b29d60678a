package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A search: filter, order, page and selection (RFC 7644 section 3.4.2). */
record Query(
        @Nullable Filter filter,
        @Nullable AttributePath sortBy,
        boolean descending,
        int startIndex,
        int count,
        Selection selection) {

    static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    static final int MOST = 200;
    private static final int USUAL = 100;

    /** The parameters as they came, by name. */
    interface Parameters {
        @Nullable
        String get(String name);
    }

    static Query of(Parameters parameters, ResourceType type) {
        String filter = parameters.get("filter");
        String sortBy = parameters.get("sortBy");
        return new Query(
                filter == null ? null : FilterParser.parse(filter, type),
                Optional.ofNullable(sortBy)
                        .flatMap(name -> AttributePath.parse(name, type))
                        .orElse(null),
                "descending".equalsIgnoreCase(parameters.get("sortOrder")),
                Math.max(1, number("startIndex", parameters.get("startIndex"), 1)),
                Math.clamp(number("count", parameters.get("count"), USUAL), 0, MOST),
                Selection.of(parameters.get("attributes"), parameters.get("excludedAttributes"), type));
    }

    private static int number(String name, @Nullable String text, int usual) {
        if (text == null) {
            return usual;
        }
        try {
            BigInteger number = new BigInteger(text.strip());
            return number.max(BigInteger.valueOf(-1))
                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                    .intValue();
        } catch (NumberFormatException e) {
            throw ScimProblem.bad("invalidValue", name + " must be a whole number");
        }
    }

    Query unpaged() {
        return new Query(filter, sortBy, descending, 1, Integer.MAX_VALUE, selection);
    }

    Query unfiltered() {
        return new Query(null, sortBy, descending, startIndex, count, selection);
    }

    ObjectNode run(List<ObjectNode> all) {
        List<ObjectNode> found = all.stream()
                .filter(resource -> filter == null || filter.matches(resource))
                .sorted(order())
                .toList();
        int from = Math.min(startIndex - 1, found.size());
        int to = (int) Math.min((long) from + count, found.size());
        List<ObjectNode> page = found.subList(from, to);
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("schemas").add(LIST);
        list.put("totalResults", found.size());
        list.put("startIndex", startIndex);
        list.put("itemsPerPage", page.size());
        ArrayNode resources = list.putArray("Resources");
        page.forEach(resource -> resources.add(selection.from(resource)));
        return list;
    }

    private Comparator<ObjectNode> order() {
        AttributePath by = sortBy;
        if (by == null) {
            return (left, right) -> 0;
        }
        Comparator<ObjectNode> ascending = Comparator.comparing(
                resource -> by.values(resource).stream()
                        .findFirst()
                        .map(JsonNode::asText)
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .orElse(null),
                Comparator.nullsLast(Comparator.naturalOrder()));
        return descending ? ascending.reversed() : ascending;
    }
}
