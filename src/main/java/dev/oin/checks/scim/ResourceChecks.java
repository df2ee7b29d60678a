package dev.oin.checks.scim;

import static dev.oin.checks.scim.ScimLab.refused;
import static dev.oin.checks.scim.ScimLab.seen;
import static dev.oin.checks.scim.ScimLab.status;
import static dev.oin.checks.scim.ScimLab.value;
import static dev.oin.checks.scim.ScimLab.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.scim.Observation.Right;
import dev.oin.checks.scim.Observation.Tolerable;
import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.sandbox.scim.ScimClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Create, read, replace and delete (scim-checks 2.4, 2.6). */
final class ResourceChecks {

    private ResourceChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        creating(list.about(Concern.CREATE));
        creatingOddly(list);
        reading(list);
        deleting(list);
        replacing(list.about(Concern.UPDATE));
        return list.checks();
    }

    private static void creating(StrictList list) {
        list.check(
                        "CR-01",
                        Level.MUST,
                        "RFC 7644 section 3.3",
                        "A creation answers 201 with Location and meta",
                        "Send the Location header, and meta with resourceType, created, lastModified and location.",
                        lab -> lab.withUser(made -> {
                            var meta = made.answer().at("$.meta");
                            var location = made.answer().header("Location").orElse("");
                            return when(
                                    meta.path("resourceType").asText("").equals("User")
                                            && !location.isEmpty()
                                            && location.equals(
                                                    meta.path("location").asText(location)),
                                    "Location " + (location.isEmpty() ? "missing" : location) + ", meta " + meta);
                        }))
                .check(
                        "CR-02",
                        Level.MUST,
                        "RFC 7644 section 3.3",
                        "An id that the client sends is ignored",
                        "Issue the id yourself; id and meta are read-only.",
                        lab -> lab.with(
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
                            return seen(
                                    lab.post("/Users", user),
                                    answer -> answer.status() == 201
                                            ? value(answer, "$.userName", name.asText())
                                            : new Wrong(ScimLab.words(answer)));
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
                                    .put("value", "second@oin-test.example.com")
                                    .put("type", "home")
                                    .put("primary", true);
                            return seen(lab.post("/Users", user), answer -> {
                                long primaries = answer.at("$.emails").findValues("primary").stream()
                                        .filter(one -> one.asBoolean())
                                        .count();
                                return when(
                                        answer.status() == 400 || answer.status() == 201 && primaries <= 1,
                                        ScimLab.words(answer) + ", " + primaries + " primary addresses");
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
                                        ? new Right(ScimLab.words(answer))
                                        : answer.isSuccess()
                                                ? new Tolerable("accepted: active is " + answer.at("$.active"))
                                                : new Wrong(ScimLab.words(answer))))
                .check(
                        "CR-13",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "A body that is no JSON object is refused with 400",
                        "Answer 400 with scimType invalidSyntax.",
                        lab -> {
                            for (var body : List.of("{\"userName\":", "[]", "")) {
                                var observation =
                                        status(lab.send("POST", "/Users", body, UnaryOperator.identity()), 400);
                                if (!(observation instanceof Right)) {
                                    return observation;
                                }
                            }
                            return new Right("status 400 for each");
                        })
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

    private static void reading(StrictList list) {
        list.check(
                        "RD-01",
                        Level.MUST,
                        "RFC 7644 section 3.4.1",
                        "A created user is read back as it was created",
                        "Keep what was sent.",
                        lab -> lab.withUser(
                                made -> seen(lab.get(made.path()), answer -> value(answer, "$.userName", made.name()))))
                .check(
                        "RD-02",
                        Level.HARDENING,
                        "RFC 7643 section 3.1",
                        "Odd ids are answered with 404",
                        "Treat the id as an opaque text, and bind it as a parameter.",
                        lab -> {
                            for (var id :
                                    List.of("..%2F..%2Fetc", "'%20OR%20'1'='1", "x".repeat(2000), "%3Cscript%3E")) {
                                var observation = status(lab.get("/Users/" + id), 404, 400, 414);
                                if (!(observation instanceof Right)) {
                                    return observation;
                                }
                            }
                            return new Right("status 404 or 400 for each");
                        })
                .check(
                        "RD-04",
                        Level.MUST,
                        "RFC 7644 section 3.9",
                        "attributes=userName answers only that, beside id and schemas",
                        "Return the attributes that are asked for and those that are always returned.",
                        lab -> lab.withUser(made -> seen(
                                lab.get(made.path() + "?attributes=userName"),
                                answer -> when(
                                        answer.status() == 200
                                                && answer.body().has("id")
                                                && answer.body().has("userName")
                                                && !answer.body().has("name")
                                                && !answer.body().has("emails"),
                                        "members " + names(answer.body())))))
                .check(
                        "EV-04",
                        Level.SHOULD,
                        "RFC 7644 section 3.14",
                        "A conditional request does no harm where versions are not supported",
                        "Ignore If-None-Match where you send no ETag.",
                        lab -> lab.withUser(made -> status(
                                lab.send("GET", made.path(), null, call -> call.with("If-None-Match", "W/\"no-such\"")),
                                200)));
    }

    private static List<String> names(JsonNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void deleting(StrictList list) {
        list.check(
                        "DE-01",
                        Level.MUST,
                        "RFC 7644 section 3.6",
                        "DELETE answers 204, or 405 or 501 where it is not supported",
                        "Answer 204 without a body.",
                        lab -> lab.withUser(made -> status(lab.delete(made.path()), 204, 405, 501)))
                .check(
                        "DE-02",
                        Level.MUST,
                        "RFC 7644 section 3.6",
                        "A deleted user is gone for GET, and from lists",
                        "Answer 404 for a deleted user, and leave it out of lists.",
                        lab -> lab.withUser(made -> seen(
                                lab.delete(made.path()),
                                deleted -> deleted.status() != 204
                                        ? new Right("DELETE is not supported")
                                        : seen(
                                                lab.get(made.path()),
                                                after -> after.status() != 404
                                                        ? new Wrong(ScimLab.words(after))
                                                        : seen(
                                                                lab.get(ScimClient.usersNamed(made.name())),
                                                                found -> value(found, "$.totalResults", "0"))))))
                .check(
                        "DE-03",
                        Level.MUST,
                        "RFC 7644 section 3.6",
                        "The user name of a deleted user is free again",
                        "Accept the name of a deleted user for a new one.",
                        lab -> lab.withUser(made -> seen(
                                lab.delete(made.path()),
                                deleted -> deleted.status() != 204
                                        ? new Right("DELETE is not supported")
                                        : status(lab.post("/Users", made.sent()), 201))));
    }

    private static void replacing(StrictList list) {
        list.check(
                        "PU-01",
                        Level.MUST,
                        "RFC 7644 section 3.5.1",
                        "PUT replaces the user and answers with it",
                        "Answer 200 with the resource as it is stored.",
                        lab -> lab.withUser(made -> seen(
                                lab.put(made.path(), made.sent().deepCopy().put("displayName", "Replaced")),
                                answer -> value(answer, "$.displayName", "Replaced"))))
                .check(
                        "PU-02",
                        Level.MUST,
                        "RFC 7644 section 3.5.1",
                        "PUT to an unknown id answers 404 and creates nobody",
                        "Answer 404.",
                        lab -> status(lab.put("/Users/00919288221112222", lab.newUser()), 404))
                .check(
                        "PU-03",
                        Level.MUST,
                        "RFC 7644 section 3.5.1",
                        "PUT cannot change the id",
                        "Ignore read-only attributes.",
                        lab -> lab.withUser(made -> {
                            lab.put(made.path(), made.sent().deepCopy().put("id", "another"));
                            return seen(lab.get(made.path()), answer -> value(answer, "$.id", made.id()));
                        }))
                .check(
                        "PU-04",
                        Level.MUST,
                        "RFC 7644 section 3.5.1",
                        "PUT without userName is refused with 400",
                        "Answer 400 with scimType invalidValue.",
                        lab -> lab.withUser(made -> {
                            var without = made.sent().deepCopy();
                            without.remove("userName");
                            return status(lab.put(made.path(), without), 400);
                        }))
                .check(
                        "PU-05",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "PUT to somebody else's user name is refused with 409",
                        "Answer 409 with scimType uniqueness.",
                        lab -> lab.withUser(one -> lab.withUser(other -> refused(
                                lab.put(other.path(), other.sent().deepCopy().put("userName", one.name())),
                                409,
                                "uniqueness"))))
                .check(
                        "PU-06",
                        Level.MUST,
                        "RFC 9110 section 9.2.2",
                        "The same PUT twice gives the same user",
                        "Make PUT idempotent.",
                        lab -> lab.withUser(made -> {
                            var body = made.sent().deepCopy().put("displayName", "Twice");
                            lab.put(made.path(), body);
                            return seen(lab.put(made.path(), body), answer -> value(answer, "$.displayName", "Twice"));
                        }));
    }
}
