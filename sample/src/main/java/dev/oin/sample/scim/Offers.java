package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.Addresses;
import dev.oin.sample.state.Weakness;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What this application offers its people: roles, one license for each, and the sites where they work. */
@Component
class Offers {

    private static final int SITES = 120;
    private static final List<ResourceType> ENTITLEMENTS = List.of(ResourceType.LICENSE, ResourceType.SITE);
    private static final Map<ResourceType, List<Offer>> ALL = Map.of(
            ResourceType.ROLE,
            List.of(
                    new Offer("hr-viewer", "HR viewer", "Reads staff records"),
                    new Offer("hr-editor", "HR editor", "Reads and changes staff records"),
                    new Offer("payroll", "Payroll clerk", "Runs the payroll"),
                    new Offer("auditor", "Auditor", "Reads the journal of changes")),
            ResourceType.LICENSE,
            List.of(
                    new Offer("basic", "Basic", "Own record only"),
                    new Offer("plus", "Plus", "With holidays and expenses"),
                    new Offer("premium", "Premium", "With everything")),
            ResourceType.SITE,
            IntStream.rangeClosed(1, SITES).mapToObj(Offers::site).toList());

    private final Addresses addresses;
    private final Distortions distortions;

    Offers(Addresses addresses, Distortions distortions) {
        this.addresses = addresses;
        this.distortions = distortions;
    }

    private record Offer(String id, String name, String description) {}

    private static Offer site(int number) {
        String padded = String.format(Locale.ROOT, "%03d", number);
        return new Offer("site-" + padded, "Site " + padded, "Where people work");
    }

    private static List<Offer> of(ResourceType type) {
        return ALL.getOrDefault(type, List.of());
    }

    ObjectNode search(Query query, ResourceType type) {
        List<ObjectNode> all =
                of(type).stream().map(offer -> rendered(type, offer)).toList();
        if (distortions.has(Weakness.SCIM_ENTITLEMENT_ID_TWICE)) {
            all.get(1).put("id", all.getFirst().path("id").asText());
        }
        boolean unpaged = distortions.has(Weakness.SCIM_ENTITLEMENT_PAGING_IGNORED);
        return distortions.offers((unpaged ? query.unpaged() : query).run(all));
    }

    Optional<ObjectNode> find(ResourceType type, String id) {
        return of(type).stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .map(offer -> rendered(type, offer));
    }

    private ObjectNode rendered(ResourceType type, Offer offer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("schemas").add(type.core().urn());
        node.put("id", offer.id()).put("displayName", offer.name()).put("description", offer.description());
        if (ENTITLEMENTS.contains(type)) {
            node.put("type", type.title());
        }
        node.putObject("meta")
                .put("resourceType", type.title())
                .put("location", addresses.scim() + type.endpoint() + "/" + offer.id());
        return node;
    }

    /** Refuses a user with what is not offered, or with more than one license. */
    void check(ObjectNode profile) {
        known(profile, "roles", List.of(ResourceType.ROLE));
        known(profile, "entitlements", ENTITLEMENTS);
        long licenses = values(profile, "entitlements")
                .filter(value -> find(ResourceType.LICENSE, value).isPresent())
                .count();
        if (licenses > 1 && !distortions.has(Weakness.SCIM_TWO_LICENSES_ACCEPTED)) {
            throw ScimProblem.bad("invalidValue", "A user has one license at most");
        }
    }

    private void known(ObjectNode profile, String attribute, List<ResourceType> types) {
        if (distortions.has(Weakness.SCIM_UNKNOWN_ENTITLEMENT_ACCEPTED)) {
            return;
        }
        values(profile, attribute)
                .filter(value ->
                        types.stream().noneMatch(type -> find(type, value).isPresent()))
                .findFirst()
                .ifPresent(value -> {
                    throw ScimProblem.bad("invalidValue", attribute + " names something that is not offered");
                });
    }

    private static Stream<String> values(JsonNode profile, String attribute) {
        return profile.path(attribute).findValuesAsText("value").stream();
    }
}
