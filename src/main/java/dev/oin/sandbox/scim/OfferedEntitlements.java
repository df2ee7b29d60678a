package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Entitlement.Attribute;
import dev.oin.sandbox.scim.ScimReply.Answer;
import dev.oin.submission.Entitlements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The roles and entitlements that an app offers: its resource types name those that list them (scim-checks, part 1C).
 *
 * @param declared what the submission says of them
 */
public record OfferedEntitlements(ScimClient client, Entitlements declared) {

    /** Where servers say which resources they have. */
    public static final String RESOURCE_TYPES = "/ResourceTypes";

    /** How many are asked for at once. */
    public static final int PAGE = 100;

    /** How many pages of a type are read at most. */
    public static final int MOST_PAGES = 50;

    private static final String ROLE = "urn:okta:scim:schemas:core:1.0:Role";
    private static final String ENTITLEMENT = "urn:okta:scim:schemas:core:1.0:Entitlement";

    /**
     * A resource type that lists roles or entitlements.
     *
     * @param declared what page 2 says of it; null where it says nothing
     */
    public record Type(String name, String endpoint, Attribute attribute, Entitlements.@Nullable Type declared) {

        /** What the app calls the attributes. */
        public Entitlements.Names names() {
            return declared == null ? Entitlements.Names.USUAL : declared.map();
        }

        /** Whether nobody may be without one. */
        public boolean isRequired() {
            return declared != null && declared.required();
        }

        /** Whether somebody may have several. */
        public boolean isMultiValued() {
            return declared == null || declared.multiValued();
        }

        /** The resource as something that a person can have; empty where it has no id. */
        public Optional<Entitlement> read(JsonNode resource) {
            var id = text(resource, names().id(), "id");
            return id.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Entitlement(
                            attribute,
                            id,
                            text(resource, names().displayName(), "displayName"),
                            attribute == Attribute.ROLES ? null : name));
        }

        private static String text(JsonNode resource, @Nullable String name, String usual) {
            return resource.path(name == null ? usual : name).asText("");
        }
    }

    /** The types that an answer to {@link #RESOURCE_TYPES} names; an endpoint that is no path is left out. */
    public List<Type> types(Answer resourceTypes) {
        var types = new ArrayList<Type>();
        for (var resource : resourceTypes.at("$.Resources")) {
            var name = resource.path("name").asText("");
            var endpoint = resource.path("endpoint").asText("");
            var attribute = attribute(resource.path("schema").asText(""));
            if (attribute.isPresent() && Entitlements.isEndpoint(endpoint)) {
                types.add(new Type(
                        name, endpoint, attribute.get(), declared.type(name).orElse(null)));
            }
        }
        return types;
    }

    /** The types that the app names now; none where it does not answer. */
    public List<Type> types() {
        return client.get(RESOURCE_TYPES) instanceof Answer answer && answer.isSuccess() ? types(answer) : List.of();
    }

    private static Optional<Attribute> attribute(String schema) {
        return switch (schema) {
            case String role when role.equalsIgnoreCase(ROLE) -> Optional.of(Attribute.ROLES);
            case String entitlement
            when entitlement.equalsIgnoreCase(ENTITLEMENT) -> Optional.of(Attribute.ENTITLEMENTS);
            default -> Optional.empty();
        };
    }

    /** A page of what the type lists. */
    public ScimReply page(Type type, int start, int count) {
        return client.get("%s?count=%d&startIndex=%d".formatted(type.endpoint(), count, start));
    }

    /** The first page of what the type lists, as things that people can have. */
    public List<Entitlement> first(Type type) {
        var found = new ArrayList<Entitlement>();
        if (page(type, 1, PAGE) instanceof Answer answer && answer.isSuccess()) {
            answer.at("$.Resources").forEach(resource -> type.read(resource).ifPresent(found::add));
        }
        return found;
    }

    /**
     * What a type lists, as far as it was read.
     *
     * @param total how many the app says there are
     * @param answered whether any page was an answer
     */
    public record Listed(List<Entitlement> values, int total, boolean answered) {

        public Listed {
            values = List.copyOf(values);
        }
    }

    /** All that the type lists, each once; less than its total where a page is no answer, or {@link #MOST_PAGES} do not hold it. */
    public Listed all(Type type) {
        var values = new LinkedHashMap<String, Entitlement>();
        int seen = 0;
        int total = 0;
        boolean answered = false;
        for (var page : pages(type, PAGE)) {
            if (page instanceof Answer answer && answer.isSuccess()) {
                answered = true;
                var resources = answer.at("$.Resources");
                resources.forEach(
                        resource -> type.read(resource).ifPresent(one -> values.putIfAbsent(one.value(), one)));
                seen += resources.size();
                total = answer.at("$.totalResults").asInt();
            }
        }
        return new Listed(List.copyOf(values.values()), seen < total ? total : values.size(), answered);
    }

    /** All pages, until the list is complete or a page is no answer, empty, or one too many. */
    public List<ScimReply> pages(Type type, int count) {
        var pages = new ArrayList<ScimReply>();
        int seen = 0;
        boolean more = true;
        while (more && pages.size() < MOST_PAGES) {
            var page = page(type, seen + 1, count);
            pages.add(page);
            int size = page instanceof Answer answer && answer.isSuccess()
                    ? answer.at("$.Resources").size()
                    : 0;
            seen += size;
            more = size > 0
                    && page instanceof Answer answer
                    && seen < answer.at("$.totalResults").asInt();
        }
        return pages;
    }
}
