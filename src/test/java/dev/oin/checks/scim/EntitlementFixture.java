package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.submission.Entitlements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the little server offers: roles, a license that everybody has exactly one of, and more sites than fit on a page. */
final class EntitlementFixture {

    static final Entitlements DECLARED = new Entitlements(List.of(
            new Entitlements.Type("Role", "/Roles", false, true, null, null),
            new Entitlements.Type("License", "/Licenses", true, false, null, null),
            new Entitlements.Type("Site", "/Sites", false, true, null, null)));

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String ROLE = "urn:okta:scim:schemas:core:1.0:Role";
    private static final String ENTITLEMENT = "urn:okta:scim:schemas:core:1.0:Entitlement";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Weakness weakness;
    private final Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();

    EntitlementFixture(Weakness weakness) {
        this.weakness = weakness;
        lists.put("/ResourceTypes", new ArrayList<>());
        lists.get("/ResourceTypes")
                .add(JSON.objectNode()
                        .put("name", "ServiceProviderConfig")
                        .put("endpoint", "/ServiceProviderConfig")
                        .put("schema", "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"));
        offer("Role", "/Roles", ROLE, is(Weakness.ROLES_EMPTY) ? 0 : 3);
        offer("License", "/Licenses", ENTITLEMENT, 3);
        offer("Site", "/Sites", ENTITLEMENT, 130);
        if (is(Weakness.LICENSES_ARE_404)) {
            lists.remove("/Licenses");
        }
    }

    private void offer(String name, String endpoint, String schema, int many) {
        if (!is(Weakness.ENTITLEMENTS_NOT_NAMED)) {
            lists.get("/ResourceTypes")
                    .add(JSON.objectNode()
                            .put("name", name)
                            .put("endpoint", endpoint)
                            .put("schema", schema));
        }
        var all = IntStream.rangeClosed(1, many)
                .mapToObj(number -> offered(name, schema, number))
                .toList();
        lists.put(endpoint, new ArrayList<>(all));
        if (many > 1) {
            distort(all.get(1), name);
        }
    }

    private static ObjectNode offered(String name, String schema, int number) {
        var one = JSON.objectNode();
        one.putArray("schemas").add(schema);
        one.put("id", name.toLowerCase(java.util.Locale.ROOT) + "-" + number).put("displayName", name + " " + number);
        return schema.equals(ROLE) ? one : one.put("type", name);
    }

    private void distort(ObjectNode second, String name) {
        switch (weakness) {
            case ENTITLEMENT_ID_TWICE -> second.put("id", name.toLowerCase(java.util.Locale.ROOT) + "-1");
            case ENTITLEMENT_WITHOUT_NAME -> second.remove("displayName");
            case ENTITLEMENT_DESCRIPTION_TOO_LONG -> second.put("description", "x".repeat(1001));
            case ENTITLEMENT_WITHOUT_TYPE -> second.remove("type");
            default -> {}
        }
    }

    boolean serves(String path) {
        return lists.containsKey(path);
    }

    ObjectNode list(String path, String query) {
        var all = lists.get(path);
        int start = number(query, "startIndex", 1);
        int count = is(Weakness.ENTITLEMENT_COUNT_IGNORED) ? 1000 : number(query, "count", 100);
        int from = Math.clamp(start - 1 - (is(Weakness.ENTITLEMENT_PAGES_OVERLAP) && start > 1 ? 1 : 0), 0, all.size());
        var page = all.subList(from, Math.min(from + count, all.size()));
        var list = JSON.objectNode();
        if (!is(Weakness.ENTITLEMENT_LISTS_WITHOUT_SCHEMA)) {
            list.putArray("schemas").add(LIST);
        }
        put(list, "totalResults", all.size());
        put(list, "itemsPerPage", page.size());
        put(list, "startIndex", start);
        list.putArray("Resources").addAll(page);
        return list;
    }

    private void put(ObjectNode list, String name, int value) {
        if (is(Weakness.ENTITLEMENT_NUMBERS_AS_TEXT)) {
            list.put(name, String.valueOf(value));
        } else {
            list.put(name, value);
        }
    }

    private static int number(String query, String name, int usual) {
        var found =
                java.util.regex.Pattern.compile("(?:^|&)" + name + "=(\\d+)").matcher(query);
        return found.find() ? Integer.parseInt(found.group(1)) : usual;
    }

    /** Why the user cannot be stored; null where it can. */
    @Nullable
    String refusal(JsonNode user) {
        var held = new ArrayList<>(values(user, "roles"));
        held.addAll(values(user, "entitlements"));
        var licenses =
                held.stream().filter(value -> value.startsWith("license-")).count();
        if (licenses == 0 && !is(Weakness.REQUIRED_NOT_ENFORCED)) {
            return "A license is required";
        }
        if (licenses > 1 && !is(Weakness.TWO_WHERE_ONE_IS_ALLOWED)) {
            return "One license is allowed";
        }
        return is(Weakness.UNKNOWN_ENTITLEMENT_ACCEPTED) || held.stream().allMatch(this::isOffered)
                ? null
                : "There is no such role or entitlement";
    }

    private boolean isOffered(String value) {
        return lists.values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> one.path("id").asText().equals(value));
    }

    private static List<String> values(JsonNode user, String attribute) {
        return StreamSupport.stream(user.path(attribute).spliterator(), false)
                .map(one -> one.path("value").asText())
                .toList();
    }

    /** Gives or takes away; false where the operation is about something else. */
    boolean patched(ObjectNode user, JsonNode operation) {
        var path = operation.path("path").asText().replaceAll("\\[.*", "");
        if (!path.equals("roles") && !path.equals("entitlements")) {
            return false;
        }
        var held = user.withArrayProperty(path);
        if (operation.path("op").asText().equals("add")) {
            give(held, (ArrayNode) operation.path("value"));
        } else {
            take(held, operation.path("path").asText().replaceAll(".*\"(.*)\".*", "$1"));
        }
        return true;
    }

    private void give(ArrayNode held, ArrayNode values) {
        if (is(Weakness.GRANT_TAKES_OTHERS_AWAY)) {
            held.removeAll();
        }
        if (!is(Weakness.GRANT_LOST)) {
            held.addAll(values);
        }
    }

    private void take(ArrayNode held, String value) {
        if (is(Weakness.REVOCATION_TAKES_ALL)) {
            held.removeAll();
        }
        for (int place = held.size() - 1; place >= 0 && !is(Weakness.REVOCATION_LOST); place--) {
            if (held.path(place).path("value").asText().equals(value)) {
                held.remove(place);
            }
        }
    }

    private boolean is(Weakness other) {
        return weakness == other;
    }
}
