package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.scim.Observation.Mute;
import dev.oin.checks.scim.Observation.NotConcerned;
import dev.oin.checks.scim.Observation.Right;
import dev.oin.checks.scim.Observation.Tolerable;
import dev.oin.checks.scim.Observation.Unclear;
import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.scim.EntitlementBodies;
import dev.oin.sandbox.scim.OfferedEntitlements;
import dev.oin.sandbox.scim.OfferedEntitlements.Type;
import dev.oin.sandbox.scim.ProvisioningCalls;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import dev.oin.sandbox.scim.ScimReply.Answer;
import dev.oin.submission.Entitlements;
import dev.oin.submission.Scim.UserOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The roles and entitlements of one server, for the checks on them (scim-checks, part 1C); what several look at is read once. */
final class EntitlementLab {

    private static final String NONE_NAMED =
            "No resource type has the schema of a role or of an entitlement, so there is no endpoint to look at.";

    private final OfferedEntitlements offered;
    private final ProvisioningCalls calls;
    private final Map<Type, ScimReply> firstPages = new HashMap<>();
    private final Map<Type, List<Entitlement>> values = new HashMap<>();
    private @Nullable ScimReply resourceTypes;

    /** For servers of which nothing is declared. */
    EntitlementLab(ScimClient client) {
        this(client, new Entitlements(null), Set.of());
    }

    EntitlementLab(ScimClient client, Entitlements declared, Set<UserOperation> operations) {
        this(new OfferedEntitlements(client, declared), new ProvisioningCalls(client, operations));
    }

    private EntitlementLab(OfferedEntitlements offered, ProvisioningCalls calls) {
        this.offered = offered;
        this.calls = calls;
    }

    /** As a provisioning client gives and takes them. */
    ProvisioningCalls calls() {
        return calls;
    }

    OfferedEntitlements offered() {
        return offered;
    }

    ScimReply resourceTypes() {
        if (resourceTypes == null) {
            resourceTypes = offered.client().get(OfferedEntitlements.RESOURCE_TYPES);
        }
        return resourceTypes;
    }

    List<Type> types() {
        return resourceTypes() instanceof Answer answer && answer.isSuccess() ? offered.types(answer) : List.of();
    }

    /** The answer to the suite's own call. */
    ScimReply firstPage(Type type) {
        return firstPages.computeIfAbsent(type, one -> offered.page(one, 1, 1));
    }

    /** What can be given of the type. */
    List<Entitlement> values(Type type) {
        return values.computeIfAbsent(type, offered::first);
    }

    /** With one of each type that nobody may be without, but for the one that is left out. */
    ObjectNode complete(ObjectNode user, @Nullable Type without) {
        types().stream()
                .filter(type -> type.isRequired() && !type.equals(without))
                .forEach(type -> EntitlementBodies.add(
                        user, values(type).stream().limit(1).toList()));
        return user;
    }

    /** All that the type lists, page by page. */
    Observation listed(Type type, int count, Function<List<List<JsonNode>>, Observation> judge) {
        var pages = new ArrayList<List<JsonNode>>();
        for (var reply : offered.pages(type, count)) {
            switch (reply) {
                case ScimReply.Silence silence -> {
                    return new Mute(silence);
                }
                case Answer answer
                when !answer.isSuccess() -> {
                    return new Wrong(Observation.words(answer));
                }
                case Answer answer -> {
                    var page = new ArrayList<JsonNode>();
                    answer.at("$.Resources").forEach(page::add);
                    pages.add(page);
                }
            }
        }
        return judge.apply(pages);
    }

    /** What is to be said of all endpoints together. */
    Observation each(Function<Type, Observation> judge) {
        if (resourceTypes() instanceof ScimReply.Silence silence) {
            return new Mute(silence);
        }
        return types().stream()
                .map(type -> at(type.endpoint(), judge.apply(type)))
                .reduce(EntitlementLab::worse)
                .orElseGet(() -> new Unclear(NONE_NAMED));
    }

    private static Observation at(String endpoint, Observation observation) {
        var before = endpoint + ": ";
        return switch (observation) {
            case Right(var seen) -> new Right(before + seen);
            case Wrong(var seen) -> new Wrong(before + seen);
            case Tolerable(var seen) -> new Tolerable(before + seen);
            case Unclear(var seen, var repair) -> new Unclear(before + seen, repair);
            case NotConcerned(var reason) -> new NotConcerned(before + reason);
            case Mute mute -> mute;
        };
    }

    /** The one that says more against the app; what both say where they say the same. */
    static Observation worse(Observation one, Observation other) {
        if (one instanceof Wrong(var first) && other instanceof Wrong(var second)) {
            return new Wrong(first + "; " + second);
        }
        if (one instanceof Right(var first) && other instanceof Right(var second)) {
            return new Right(first + "; " + second);
        }
        return weight(other) > weight(one) ? other : one;
    }

    private static int weight(Observation observation) {
        return switch (observation) {
            case NotConcerned none -> 0;
            case Right right -> 1;
            case Tolerable tolerable -> 2;
            case Unclear unclear -> 3;
            case Mute mute -> 4;
            case Wrong wrong -> 5;
        };
    }
}
