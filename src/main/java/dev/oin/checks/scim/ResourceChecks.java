package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.accepted;
import static dev.oin.checks.scim.Observation.each;
import static dev.oin.checks.scim.Observation.refused;
import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.status;
import static dev.oin.checks.scim.Observation.value;
import static dev.oin.checks.scim.Observation.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.checks.scim.Observation.Right;
import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.sandbox.scim.ScimClient;
import java.util.ArrayList;
import java.util.List;

/** Reading, replacing and deleting users (scim-checks 2.4, 2.6). */
final class ResourceChecks {

    private ResourceChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        reading(list.about(Concern.CREATE));
        deleting(list);
        replacing(list.about(Concern.UPDATE));
        return list.checks();
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
                        lab -> each(
                                List.of("..%2F..%2Fetc", "'%20OR%20'1'='1", "x".repeat(2000), "%3Cscript%3E"),
                                id -> status(lab.odd("/Users/" + id), 404, 400, 414),
                                "status 404 or 400 for each"))
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
                                        : lab.changed(
                                                made.path(),
                                                after -> after.status() != 404
                                                        ? new Wrong(Observation.words(after))
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

    /** With another family name, which every app keeps; a display name some make up themselves. */
    private static ObjectNode renamed(ScimLab.Made made, String familyName) {
        var user = made.sent().deepCopy();
        user.withObjectProperty("name").put("familyName", familyName);
        return user;
    }

    private static void replacing(StrictList list) {
        list.check(
                        "PU-01",
                        Level.MUST,
                        "RFC 7644 section 3.5.1",
                        "PUT replaces the user and answers with it",
                        "Answer 200 with the resource as it is stored.",
                        lab -> lab.withUser(made -> seen(
                                lab.put(made.path(), renamed(made, "Replaced")),
                                answer -> value(answer, "$.name.familyName", "Replaced"))))
                .check(
                        "PU-02",
                        Level.MUST,
                        "RFC 7644 section 3.5.1",
                        "PUT to an unknown id answers 404 and creates nobody",
                        "Answer 404.",
                        lab -> status(lab.put(ScimLab.NOBODY, lab.newUser()), 404))
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
                            var body = renamed(made, "Twice");
                            return accepted(
                                    lab.put(made.path(), body),
                                    () -> seen(
                                            lab.put(made.path(), body),
                                            answer -> value(answer, "$.name.familyName", "Twice")));
                        }));
    }
}
