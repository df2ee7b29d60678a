package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.accepted;
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
import dev.oin.sandbox.scim.ScimReply;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** PATCH of users (scim-checks 2.6). */
final class PatchChecks {

    private static final String PATCH = "RFC 7644 section 3.5.2";
    private static final List<String> NO_PATCHES = List.of(
            "{\"Operations\":[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}]}",
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[]}",
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"twist\",\"path\":\"displayName\"}]}");

    private PatchChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        changes(list.about(Concern.PATCH));
        refusals(list);
        return list.checks();
    }

    private static void changes(StrictList list) {
        list.check(
                        "PA-02",
                        Level.CLIENT,
                        PATCH,
                        "The operation's name is read in any letter case",
                        "Accept Replace and ADD as replace and add.",
                        changing(
                                "{\"op\":\"Replace\",\"path\":\"name.familyName\",\"value\":\"Changed\"}",
                                "$.name.familyName",
                                "Changed"))
                .check(
                        "PA-03",
                        Level.MUST,
                        "RFC 7644 section 3.5.2.1",
                        "add sets a simple attribute",
                        "Apply add to attributes that have no value yet.",
                        lab -> added(lab, lab.newUser()))
                .check(
                        "PA-04",
                        Level.MUST,
                        PATCH,
                        "A new primary address takes primary from the former one",
                        "Set primary to false on the others.",
                        lab -> lab.withUser(made -> accepted(
                                lab.patch(
                                        made.path(),
                                        "{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":"
                                                + ScimLab.json("new." + made.name())
                                                + ",\"type\":\"home\",\"primary\":true}]}"),
                                () -> lab.changed(
                                        made.path(),
                                        after -> when(Addresses.primaries(after) <= 1, member(after, "emails"))))))
                .check(
                        "PA-08",
                        Level.MUST,
                        "RFC 7644 section 3.5.2.3",
                        "replace with a value path changes the matching element",
                        "Support emails[type eq \"work\"].value as a path.",
                        PatchChecks::changedByType)
                .check(
                        "PA-11",
                        Level.MUST,
                        PATCH,
                        "PATCH answers 200 with the user, or 204 without a body",
                        "Send the body with 200, none with 204.",
                        lab -> lab.withUser(made -> seen(
                                lab.patch(
                                        made.path(),
                                        "{\"op\":\"replace\",\"path\":\"name.familyName\",\"value\":\"Changed\"}"),
                                answer -> when(
                                        answer.status() == 204 && answer.text().isEmpty()
                                                || answer.status() == 200
                                                        && answer.body().has("id"),
                                        Observation.words(answer)))))
                .check(
                        "PA-13",
                        Level.MUST,
                        "RFC 7644 section 3.10",
                        "A dotted path works",
                        "Support name.givenName as a path.",
                        changing(
                                "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Dotted\"}",
                                "$.name.givenName",
                                "Dotted"))
                .check(
                        "PA-14",
                        Level.SHOULD,
                        "RFC 7643 section 2.3",
                        "active sent as the text \"False\" is refused or read as false",
                        "Refuse with 400, or read it as the truth value; never keep the text.",
                        lab -> lab.withUser(made -> seen(
                                lab.patch(made.path(), "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"False\"}"),
                                answer -> answer.status() == 400
                                        ? new Right("refused with 400")
                                        : lab.changed(
                                                made.path(),
                                                after -> after.at("$.active").isBoolean()
                                                                && !after.at("$.active")
                                                                        .asBoolean()
                                                        ? new Tolerable("read as false")
                                                        : new Wrong("active is " + after.at("$.active"))))));
    }

    /** A user without a given name gets one; every app keeps it. */
    private static Observation added(ScimLab lab, ObjectNode user) {
        user.withObjectProperty("name").remove("givenName");
        return lab.with(
                "/Users",
                user,
                "userName",
                made -> changed(
                        lab,
                        made,
                        "{\"op\":\"add\",\"path\":\"name.givenName\",\"value\":\"Added\"}",
                        "$.name.givenName",
                        "Added"));
    }

    /** Where an app keeps no types, no element matches, and it must say so (RFC 7644, section 3.5.2.3). */
    private static Observation changedByType(ScimLab lab) {
        return lab.withUser(made -> {
            var other = "other." + made.name();
            var operation = "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":"
                    + ScimLab.json(other) + '}';
            return seen(
                    lab.get(made.path()),
                    held -> held.at("$.emails").findValuesAsText("type").contains("work")
                            ? changed(
                                    lab,
                                    made,
                                    operation,
                                    after ->
                                            when(Addresses.work(after).equals(List.of(other)), member(after, "emails")))
                            : seen(
                                    lab.patch(made.path(), operation),
                                    answer -> when(
                                            answer.status() == 400 || answer.isSuccess(),
                                            Observation.words(answer) + "; addresses have no type here")));
        });
    }

    private static Observation changed(ScimLab lab, ScimLab.Made made, String operation, String path, String expected) {
        return changed(lab, made, operation, after -> value(after, path, expected));
    }

    private static Observation changed(
            ScimLab lab, ScimLab.Made made, String operation, Function<ScimReply.Answer, Observation> judge) {
        return seen(
                lab.patch(made.path(), operation),
                answer -> Observation.isOneOf(answer, 200, 204)
                        ? lab.changed(made.path(), judge)
                        : new Wrong(Observation.words(answer)));
    }

    private static Function<ScimLab, Observation> changing(String operation, String path, String expected) {
        return lab -> lab.withUser(made -> changed(lab, made, operation, path, expected));
    }

    private static void refusals(StrictList list) {
        list.check(
                        "PA-01",
                        Level.MUST,
                        PATCH,
                        "A PATCH without its schema, without operations or with an unknown one is refused with 400",
                        "Answer 400 with scimType invalidSyntax or invalidValue.",
                        lab -> lab.withUser(made -> each(
                                NO_PATCHES,
                                body -> status(lab.send("PATCH", made.path(), body, UnaryOperator.identity()), 400),
                                "status 400 for each")))
                .check(
                        "PA-05",
                        Level.MUST,
                        "RFC 7644 section 3.5.2.2",
                        "remove without a path is refused with 400 noTarget",
                        "Answer 400 with scimType noTarget.",
                        refusing("{\"op\":\"remove\"}", "noTarget"))
                .check(
                        "PA-06",
                        Level.MUST,
                        "RFC 7644 section 3.5.2.2",
                        "Removing a required attribute is refused with 400",
                        "Answer 400 with scimType mutability or invalidValue.",
                        refusing("{\"op\":\"remove\",\"path\":\"userName\"}", "mutability", "invalidValue"))
                .check(
                        "PA-09",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "A path that cannot be read is refused with 400 invalidPath",
                        "Answer 400 with scimType invalidPath.",
                        refusing(
                                "{\"op\":\"replace\",\"path\":\"emails[type eq\",\"value\":\"x\"}",
                                "invalidPath",
                                "invalidFilter"))
                .check(
                        "PA-10",
                        Level.MUST,
                        PATCH,
                        "Of two operations neither is kept where the second is refused",
                        "Apply a request's operations as a whole, or not at all.",
                        lab -> lab.withUser(made -> {
                            lab.patch(
                                    made.path(),
                                    "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Half\"},{\"op\":\"remove\",\"path\":\"userName\"}");
                            return seen(
                                    lab.get(made.path()),
                                    answer -> when(
                                            !answer.at("$.displayName").asText().equals("Half"),
                                            "displayName " + answer.at("$.displayName")));
                        }))
                .check(
                        "PA-12",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "PATCH of an unknown id answers 404",
                        "Answer 404.",
                        lab -> status(
                                lab.patch(
                                        ScimLab.NOBODY,
                                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}"),
                                404));
    }

    private static Function<ScimLab, Observation> refusing(String operation, String... types) {
        return lab -> lab.withUser(made -> refused(lab.patch(made.path(), operation), 400, types));
    }
}
