package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.each;
import static dev.oin.checks.scim.Observation.member;
import static dev.oin.checks.scim.Observation.refused;
import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.status;
import static dev.oin.checks.scim.Observation.value;
import static dev.oin.checks.scim.Observation.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.scim.Observation.Right;
import dev.oin.checks.scim.Observation.Tolerable;
import dev.oin.checks.scim.Observation.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Creating users (scim-checks 2.4). */
final class CreationChecks {

    private CreationChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        creating(list.about(Concern.CREATE));
        creatingOddly(list);
        return list.checks();
    }

    private static void creating(StrictList list) {
        list.check(
                        "CR-01",
                        Level.MUST,
                        "RFC 7644 section 3.3",
                        "A creation answers 201 with Location and meta",
                        "Send the Location header, and meta with resourceType, created, lastModified and the same location.",
                        lab -> lab.withUser(made -> {
                            var meta = made.answer().at("$.meta");
                            var location = made.answer().header("Location").orElse("");
                            return when(
                                    meta.path("resourceType").asText("").equals("User")
                                            && !location.isEmpty()
                                            && isSame(
                                                    location,
                                                    meta.path("location").asText(location)),
                                    (location.isEmpty() ? "no Location" : "Location " + location) + ", "
                                            + member(made.answer(), "meta"));
                        }))
                .check(
                        "CR-02",
                        Level.MUST,
                        "RFC 7644 section 3.3",
                        "An id that the client sends is ignored",
                        "Issue the id yourself; id and meta are read-only.",
                        lab -> lab.creating(
                                "/Users",
                                lab.newUser().put("id", "chosen-by-client"),
                                "userName",
                                made -> when(!made.id().equals("chosen-by-client"), "id " + made.id())))
                .check(
                        "CR-03",
                        Level.MUST,
                        "RFC 7643 section 4.1.1",
                        "A user without userName is refused with 400",
                        "Answer 400 with scimType invalidValue.",
                        lab -> {
                            var user = lab.newUser();
                            user.remove("userName");
                            return refused(lab.post("/Users", user), 400, "invalidValue", "invalidSyntax");
                        })
                .check(
                        "CR-04",
                        Level.MUST,
                        "RFC 7643 section 8.7.1",
                        "A user name that differs in letter case only is taken",
                        "Compare user names without regard to case, and answer 409 with scimType uniqueness.",
                        lab -> lab.withUser(made -> refused(
                                lab.post(
                                        "/Users",
                                        made.sent()
                                                .deepCopy()
                                                .put("userName", made.name().toUpperCase(Locale.ROOT))),
                                409,
                                "uniqueness")))
                .check(
                        "CR-11",
                        Level.MUST,
                        "RFC 7643 section 9.2",
                        "The password is never returned, even where it is asked for",
                        "Never return password, whatever attributes asks for.",
                        lab -> lab.with(
                                "/Users",
                                lab.newUser().put("password", "Corr3ct-horse-battery"),
                                "userName",
                                made -> seen(
                                        lab.get(made.path() + "?attributes=password"),
                                        answer -> when(
                                                !answer.body().has("password")
                                                        && !answer.text().contains("Corr3ct-horse"),
                                                answer.body().has("password")
                                                        ? "password is shown"
                                                        : "password is not shown"))));
    }

    /** One of the two may be written without the host. */
    private static boolean isSame(String one, String other) {
        return one.equals(other) || !one.isEmpty() && !other.isEmpty() && (one.endsWith(other) || other.endsWith(one));
    }

    private static void creatingOddly(StrictList list) {
        list.check(
                        "CR-06",
                        Level.SHOULD,
                        "RFC 7643 section 3.3",
                        "Unknown attributes are ignored or refused with 400",
                        "Ignore what you do not know.",
                        lab -> status(lab.post("/Users", lab.newUser().put("favouriteColour", "blue")), 201, 400))
                .check(
                        "CR-07",
                        Level.MUST,
                        "RFC 7643 section 2.1",
                        "Attribute names are read in any letter case",
                        "Compare attribute names without regard to case.",
                        lab -> {
                            var user = lab.newUser();
                            var name = user.remove("userName");
                            user.set("USERNAME", name);
                            return lab.creating(
                                    "/Users",
                                    user,
                                    "USERNAME",
                                    made -> seen(
                                            lab.get(made.path()), answer -> value(answer, "$.userName", made.name())));
                        })
                .check(
                        "CR-08",
                        Level.MUST,
                        "RFC 7643 section 2.4",
                        "Of two primary addresses at most one is kept as primary",
                        "Refuse with 400, or keep one primary.",
                        lab -> {
                            var user = lab.newUser();
                            user.withArray("emails")
                                    .addObject()
                                    .put(
                                            "value",
                                            "second." + user.path("userName").asText())
                                    .put("type", "home")
                                    .put("primary", true);
                            return seen(lab.post("/Users", user), answer -> {
                                long primaries = Addresses.primaries(answer);
                                return when(
                                        answer.status() == 400 || answer.status() == 201 && primaries <= 1,
                                        Observation.words(answer) + ", " + primaries + " primary addresses");
                            });
                        })
                .check(
                        "CR-09",
                        Level.SHOULD,
                        "RFC 7643 section 2.3",
                        "A truth value sent as a text is refused",
                        "Answer 400 with scimType invalidValue.",
                        lab -> seen(
                                lab.post("/Users", lab.newUser().put("active", "yes, please")),
                                answer -> answer.status() == 400
                                        ? new Right(Observation.words(answer))
                                        : answer.isSuccess()
                                                ? new Tolerable("accepted: active is " + answer.at("$.active"))
                                                : new Wrong(Observation.words(answer))))
                .check(
                        "CR-13",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "A body that is no JSON object is refused with 400",
                        "Answer 400 with scimType invalidSyntax.",
                        lab -> each(
                                List.of("{\"userName\":", "[]", ""),
                                body -> status(lab.send("POST", "/Users", body, UnaryOperator.identity()), 400),
                                "status 400 for each"))
                .check(
                        "CR-14",
                        Level.HARDENING,
                        "RFC 7644 section 3.12",
                        "An enormous value is refused or cut, not failed on",
                        "Answer 400 or 413.",
                        lab -> status(
                                lab.post("/Users", lab.newUser().put("displayName", "x".repeat(10_000))),
                                201,
                                400,
                                413))
                .check(
                        "CR-16",
                        Level.MUST,
                        "RFC 7643 section 2.5",
                        "null and empty lists count as unassigned",
                        "Treat null and [] as if the attribute were not there.",
                        lab -> {
                            ObjectNode user = lab.newUser();
                            user.putNull("nickName");
                            user.putArray("phoneNumbers");
                            return status(lab.post("/Users", user), 201);
                        });
    }
}
