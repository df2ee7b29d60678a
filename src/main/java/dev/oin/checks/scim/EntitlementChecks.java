package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.when;
import static dev.oin.checks.scim.Observation.words;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.checks.Check;
import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.sandbox.scim.OfferedEntitlements.Type;
import dev.oin.sandbox.scim.ScimReply.Answer;
import dev.oin.submission.Entitlements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The entitlements suite, ENT-01.1 to ENT-07 (scim-checks, part 1C): are roles and entitlements listed, and can they be given? */
final class EntitlementChecks {

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    /** The one resource that is no list (RFC 7644, section 4); some servers name it among their types. */
    private static final String SERVICE_PROVIDER = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    private static final int LONGEST_DESCRIPTION = 1000;
    private static final Variables NONE = new Variables();

    private EntitlementChecks() {}

    static List<Check> all() {
        var list = new StrictList();
        first(list, 1, new Subject.Status(), new Expectation.SameNumber(200));
        first(list, 2, new Subject.At("$.Resources"), new Expectation.NonEmpty());
        first(list, 3, new Subject.At("$.schemas"), new Expectation.Has(LIST));
        first(list, 4, new Subject.At("$.startIndex"), new Expectation.IsNumber());
        first(list, 5, new Subject.At("$.itemsPerPage"), new Expectation.SameNumber(1));
        first(list, 6, new Subject.At("$.totalResults"), new Expectation.IsNumber());
        listed(list);
        EntitlementGrants.add(list);
        return List.copyOf(list.checks());
    }

    /** One assertion on {@code GET {endpoint}?count=1&startIndex=1}, at each endpoint. */
    private static void first(StrictList list, int number, Subject subject, Expectation expectation) {
        var expected = subject.words() + ' ' + expectation.words(NONE);
        list.check(
                "ENT-01." + number,
                Level.CLIENT,
                "RFC 7644 section 3.4.2",
                "GET {endpoint}?count=1&startIndex=1 of each role and entitlement type: " + expected,
                "In the answer to GET {endpoint}?count=1&startIndex=1, make sure that " + expected + '.',
                lab -> lab.entitlements()
                        .each(type -> seen(lab.entitlements().firstPage(type), answer -> {
                            var value = Judge.value(subject, answer);
                            return when(expectation.accepts(value, NONE), subject.words() + ' ' + Judge.words(value));
                        })));
    }

    private static void listed(StrictList list) {
        list.check(
                        "ENT-02",
                        Level.CLIENT,
                        "RFC 7643 section 6",
                        "Every endpoint that /ResourceTypes names answers 200 with a list",
                        "Name each role and entitlement type in /ResourceTypes with its schema, and answer at its endpoint.",
                        EntitlementChecks::endpoints)
                .check(
                        "ENT-03",
                        Level.CLIENT,
                        "RFC 7643 section 3.1",
                        "Each role and entitlement has an id of its own, a name, and a description of at most 1000 characters",
                        "Send id and displayName with each, of entitlements also their type; shorten descriptions.",
                        lab -> lab.entitlements()
                                .each(type -> lab.entitlements()
                                        .listed(type, OfferedEntitlements.PAGE, pages -> complete(type, flat(pages)))))
                .check(
                        "ENT-07",
                        Level.CLIENT,
                        "RFC 7644 section 3.4.2.4",
                        "Page by page, all roles and entitlements come once",
                        "Sort the list the same way for each page, and count from startIndex.",
                        lab -> lab.entitlements().each(type -> paged(lab, type)));
    }

    private static Observation endpoints(ScimLab lab) {
        return seen(lab.entitlements().resourceTypes(), answer -> {
            if (answer.status() != 200) {
                return new Wrong("GET /ResourceTypes: " + words(answer));
            }
            var wrong = new ArrayList<>(undeclared(lab.entitlements()));
            var lists = StreamSupport.stream(answer.at("$.Resources").spliterator(), false)
                    .filter(type -> !type.path("schema").asText("").equalsIgnoreCase(SERVICE_PROVIDER))
                    .toList();
            for (var resource : lists) {
                var endpoint = resource.path("endpoint").asText("");
                if (!Entitlements.isEndpoint(endpoint)) {
                    wrong.add("the endpoint \"" + endpoint + "\" is no path below the base URL");
                } else if (!(lab.get(endpoint + "?count=1&startIndex=1") instanceof Answer listed)) {
                    wrong.add(endpoint + " did not answer");
                } else if (listed.status() != 200 || !new Expectation.Has(LIST).accepts(listed.at("$.schemas"), NONE)) {
                    wrong.add(endpoint + ": " + words(listed) + ", schemas " + Judge.words(listed.at("$.schemas")));
                }
            }
            return when(wrong.isEmpty(), wrong.isEmpty() ? "all of " + lists.size() : String.join("; ", wrong));
        });
    }

    /** What page 2 declares and the server does not name. */
    private static List<String> undeclared(EntitlementLab lab) {
        var named = lab.types().stream().map(Type::name).toList();
        if (named.isEmpty()) {
            return List.of("no resource type has the schema of a role or of an entitlement");
        }
        return lab.offered().declared().types().stream()
                .filter(type -> type.resourceType() != null && !named.contains(type.resourceType()))
                .map(type -> "no resource type is named " + type.resourceType() + ", which page 2 declares")
                .toList();
    }

    private static Observation complete(Type type, List<JsonNode> resources) {
        var wrong = new ArrayList<String>();
        Set<String> ids = new HashSet<>();
        for (var resource : resources) {
            var read = type.read(resource);
            var id = read.map(Entitlement::value).orElse("");
            if (id.isEmpty()) {
                wrong.add("one has no id");
            } else if (!ids.add(id)) {
                wrong.add("the id " + id + " comes twice");
            }
            if (read.filter(one -> one.display().isEmpty()).isPresent()) {
                wrong.add(id + " has no name");
            }
            wrong.addAll(further(type, resource, id));
        }
        return when(
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? resources.size() + " are complete"
                        : String.join("; ", wrong.stream().limit(5).toList()));
    }

    private static List<String> further(Type type, JsonNode resource, String id) {
        var wrong = new ArrayList<String>();
        var names = type.names();
        var description = resource.path(names.description() == null ? "description" : names.description())
                .asText("");
        if (description.length() > LONGEST_DESCRIPTION) {
            wrong.add("the description of " + id + " has " + description.length() + " characters");
        }
        if (type.attribute() == Entitlement.Attribute.ENTITLEMENTS
                && !resource.path("type").asText("").equals(type.name())) {
            wrong.add("the type of " + id + " is not " + type.name());
        }
        return wrong;
    }

    private static Observation paged(ScimLab lab, Type type) {
        return seen(lab.entitlements().firstPage(type), first -> {
            int total = first.at("$.totalResults").asInt();
            int count = total > OfferedEntitlements.PAGE ? OfferedEntitlements.PAGE : Math.max(1, (total + 1) / 2);
            return lab.entitlements().listed(type, count, pages -> {
                var all = flat(pages);
                var distinct = all.stream().map(JsonNode::toString).distinct().count();
                var tooLong = pages.stream().anyMatch(page -> page.size() > count);
                var text = "%d of %d in %d pages of %d, %d of them different"
                        .formatted(all.size(), total, pages.size(), count, distinct);
                return when(!tooLong && all.size() == total && distinct == total, text);
            });
        });
    }

    private static List<JsonNode> flat(List<List<JsonNode>> pages) {
        return pages.stream().flatMap(List::stream).toList();
    }
}
