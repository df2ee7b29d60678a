package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.refused;
import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.scim.Observation.Mute;
import dev.oin.checks.scim.Observation.NotConcerned;
import dev.oin.checks.scim.Observation.Unclear;
import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.scim.EntitlementBodies;
import dev.oin.sandbox.scim.OfferedEntitlements.Type;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ScimReply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What giving and taking roles and entitlements must do to a user, ENT-04 to ENT-06 (scim-checks, part 1C). */
final class EntitlementGrants {

    private EntitlementGrants() {}

    static void add(StrictList list) {
        list.about(Concern.UPDATE)
                .check(
                        "ENT-04",
                        Level.CLIENT,
                        "RFC 7643 section 4.1.2",
                        "What is given is added to the user's roles or entitlements, what is taken away is removed, and the others stay",
                        "Keep each value on its own: add and remove only what the request names.",
                        lab -> lab.entitlements().each(type -> givenAndTaken(lab, type)));
        list.about(Concern.CREATE)
                .check(
                        "ENT-05",
                        Level.SHOULD,
                        "RFC 7644 section 3.12",
                        "Nobody is created without a value that is required, or with two where one is allowed",
                        "Answer 400 to a user without a value of a required type, and to one with two of a type that is not multi-valued.",
                        lab -> lab.entitlements().each(type -> limits(lab, type)))
                .check(
                        "ENT-06",
                        Level.SHOULD,
                        "RFC 7644 section 3.12",
                        "A role or entitlement that does not exist is refused",
                        "Answer 400 with scimType invalidValue to a value that the endpoint does not list.",
                        lab -> lab.entitlements().each(type -> unknown(lab, type)));
    }

    private static Observation givenAndTaken(ScimLab lab, Type type) {
        var values = lab.entitlements().values(type);
        if (values.isEmpty()) {
            return new Unclear("it lists nothing that could be given");
        }
        var multiple = type.isMultiValued() && values.size() > 1;
        if (type.isRequired() && !multiple) {
            return new NotConcerned("each person has exactly one, so none is given or taken away beside it");
        }
        var kept = multiple ? values.subList(0, 1) : List.<Entitlement>of();
        var moved = values.get(multiple ? 1 : 0);
        var body = lab.entitlements().complete(lab.newUser(), type);
        EntitlementBodies.add(body, kept);
        return lab.with("/Users", body, "userName", user -> {
            var calls = lab.entitlements().calls();
            return then(
                    calls.granted(user.id(), moved),
                    () -> holding(lab, user, "after giving " + moved.value(), kept, moved, true) instanceof Wrong wrong
                            ? wrong
                            : then(
                                    calls.revoked(user.id(), moved),
                                    () -> holding(
                                            lab, user, "after taking " + moved.value() + " away", kept, moved, false)));
        });
    }

    private static Observation then(Provisioned outcome, Supplier<Observation> next) {
        return switch (outcome) {
            case Provisioned.Done done -> next.get();
            case Provisioned.NotDeclared(var operation) ->
                new NotConcerned("the submission does not declare " + operation);
            case Provisioned.Rejected(var call, var status, var reason) ->
                new Wrong(call + " was answered with status " + status + (reason.isEmpty() ? "" : ": " + reason));
            case Provisioned.NotReached(var reason, var configuration) ->
                new Mute(new ScimReply.Silence(reason, configuration));
            case Provisioned.Incomplete incomplete -> new Unclear(Judge.incomplete(incomplete));
            case Provisioned.NotLinked() -> new Unclear("the app's id of the person is not known");
        };
    }

    private static Observation holding(
            ScimLab lab, ScimLab.Made user, String when, List<Entitlement> kept, Entitlement moved, boolean there) {
        return seen(lab.get(user.path()), answer -> {
            var held = answer.at("$." + moved.attribute().path()).findValuesAsText("value");
            var right = answer.status() == 200
                    && held.contains(moved.value()) == there
                    && kept.stream().allMatch(one -> held.contains(one.value()));
            return when(right, when + ", the user's " + moved.attribute().path() + " are " + held);
        });
    }

    private static Observation limits(ScimLab lab, Type type) {
        var values = lab.entitlements().values(type);
        var single = !type.isMultiValued() && values.size() > 1;
        var body = lab.entitlements().complete(lab.newUser(), type);
        var seen = new ArrayList<Observation>();
        if (type.isRequired()) {
            seen.add(refusedFor("without a value", lab, body));
        }
        if (single) {
            var two = lab.entitlements().complete(lab.newUser(), type);
            EntitlementBodies.add(two, values.subList(0, 2));
            seen.add(refusedFor("with two values", lab, two));
        }
        return seen.stream()
                .reduce(EntitlementLab::worse)
                .orElseGet(() -> new NotConcerned("declared as neither required nor single-valued"));
    }

    private static Observation refusedFor(String what, ScimLab lab, ObjectNode user) {
        return seen(
                lab.post("/Users", user),
                answer -> when(answer.status() == 400, what + " " + Observation.words(answer)));
    }

    private static Observation unknown(ScimLab lab, Type type) {
        var user = lab.entitlements().complete(lab.newUser(), type);
        EntitlementBodies.add(
                user,
                List.of(new Entitlement(
                        type.attribute(),
                        "oin-does-not-exist",
                        "Does not exist",
                        type.attribute() == Entitlement.Attribute.ROLES ? null : type.name())));
        return refused(lab.post("/Users", user), 400, "invalidValue");
    }
}
