package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.accepted;
import static dev.oin.checks.scim.Observation.member;
import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.value;
import static dev.oin.checks.scim.Observation.when;

import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** What the provisioning client needs (scim-checks 2.1). */
final class ClientChecks {

    private ClientChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        reading(list);
        people(list.about(Concern.CREATE));
        ClientGroupChecks.add(list);
        return list.checks();
    }

    private static void reading(StrictList list) {
        list.about(Concern.EVERYBODY)
                .check(
                        "VP-01",
                        Level.CLIENT,
                        "RFC 7644 section 3.4.2",
                        "A filter that nobody matches answers 200 with totalResults 0",
                        "Answer an empty list, not an error, where nobody matches.",
                        lab -> seen(
                                lab.filtered("userName eq \"nobody.at.all@oin-test.example.com\""),
                                answer -> value(answer, "$.totalResults", "0")))
                .check(
                        "VP-10",
                        Level.CLIENT,
                        "RFC 7644 section 3.4.2.4",
                        "All pages together hold everybody once",
                        "Keep the order stable over pages, and count totalResults over all of them.",
                        ClientChecks::paged)
                .check(
                        "VP-11",
                        Level.CLIENT,
                        "RFC 7644 section 3.4.2",
                        "totalResults, itemsPerPage and startIndex are numbers",
                        "Send them as JSON numbers, not as texts.",
                        lab -> seen(
                                lab.get("/Users?count=1&startIndex=1"),
                                answer -> when(
                                        answer.at("$.totalResults").isInt()
                                                && answer.at("$.itemsPerPage").isInt()
                                                && answer.at("$.startIndex").isInt(),
                                        member(answer, "totalResults") + ", " + member(answer, "itemsPerPage") + ", "
                                                + member(answer, "startIndex"))));
    }

    private static Observation paged(ScimLab lab) {
        var ids = new HashSet<String>();
        int start = 1;
        for (int page = 0; page < 50; page++) {
            var reply = lab.get("/Users?startIndex=" + start + "&count=100");
            if (!(reply instanceof ScimReply.Answer answer) || answer.status() != 200) {
                var number = page + 1;
                return seen(reply, other -> new Wrong("Page " + number + ": " + Observation.words(other)));
            }
            var resources = answer.at("$.Resources");
            for (var resource : resources) {
                if (!ids.add(resource.path("id").asText())) {
                    return new Wrong("User " + resource.path("id") + " is on two pages.");
                }
            }
            start += resources.size();
            int total = answer.at("$.totalResults").asInt();
            if (resources.isEmpty() || start > total) {
                return when(ids.size() == total, ids.size() + " users on all pages, totalResults " + total);
            }
        }
        return new Observation.Right("The first " + ids.size() + " users were on one page each.");
    }

    private static void people(StrictList list) {
        list.check(
                        "VP-02",
                        Level.CLIENT,
                        "RFC 7643 section 4.1.1",
                        "A user with externalId, locale, groups and password is created, and the password is never shown",
                        "Accept these attributes, ignore what you do not keep, and leave password out of every answer.",
                        lab -> {
                            var user = lab.newUser();
                            user.put("locale", "en-US").put("password", "Corr3ct-horse-battery");
                            user.putArray("groups");
                            return seen(
                                    lab.post("/Users", user),
                                    answer -> answer.status() == 201
                                            ? when(
                                                    !answer.text().contains("Corr3ct-horse")
                                                            && !answer.body().has("password"),
                                                    "status 201, password "
                                                            + (answer.body().has("password") ? "shown" : "not shown"))
                                            : new Wrong(Observation.words(answer)));
                        })
                .check(
                        "VP-03",
                        Level.CLIENT,
                        "RFC 7644 section 3.3",
                        "The answer to a creation has a body with the id",
                        "Answer 201 with the resource as it is stored.",
                        lab -> seen(
                                lab.post("/Users", lab.newUser()),
                                answer -> when(
                                        answer.status() == 201
                                                && !answer.at("$.id").asText("").isEmpty(),
                                        Observation.words(answer) + ", " + member(answer, "id"))))
                .check(
                        "VP-13",
                        Level.CLIENT,
                        "RFC 7644 section 3.3",
                        "A duplicate user is refused with 409 and an error body",
                        "Answer 409 with the Error schema and scimType uniqueness.",
                        lab -> lab.withUser(made -> seen(
                                lab.post("/Users", made.sent()),
                                answer -> when(
                                        answer.status() == 409
                                                && answer.at("$.schemas")
                                                        .toString()
                                                        .contains(ScimLab.ERROR),
                                        Observation.words(answer) + ", " + member(answer, "schemas")))))
                .check(
                        "VP-16",
                        Level.CLIENT,
                        "RFC 7643 section 3.1",
                        "The id is the server's own, not empty, and does not contain bulkId",
                        "Issue an id of your own that never changes.",
                        lab -> lab.withUser(made -> when(
                                !made.id().contains("bulkId")
                                        && !made.id()
                                                .equals(made.sent()
                                                        .path("externalId")
                                                        .asText()),
                                "id " + made.id())));
        list.about(Concern.DEACTIVATE)
                .check(
                        "VP-04",
                        Level.CLIENT,
                        "RFC 7644 section 3.5.2.3",
                        "PATCH replace without a path, with {active: false}, sets the user inactive",
                        "Accept a replace operation whose value is an object, and apply its members.",
                        lab -> lab.withUser(made -> deactivated(lab, made)))
                .check(
                        "VP-17",
                        Level.CLIENT,
                        "",
                        "A deactivated user stays readable and keeps the id when activated",
                        "Keep deactivated users, shown with active false; activate them under the same id.",
                        lab -> afterwards(
                                lab,
                                made -> accepted(
                                        lab.patch(made.path(), "{\"op\":\"replace\",\"value\":{\"active\":true}}"),
                                        () -> lab.changed(made.path(), answer -> value(answer, "$.active", "true")))))
                .check(
                        "CR-05",
                        Level.CLIENT,
                        "",
                        "A user name of a deactivated user is not given a second account",
                        "Answer 409, or link to the account that is there.",
                        lab -> afterwards(lab, made -> {
                            lab.post("/Users", made.sent());
                            return lab.changed(
                                    ScimClient.usersNamed(made.name()), answer -> value(answer, "$.totalResults", "1"));
                        }));
    }

    /** Of somebody who was deactivated; where the user is gone then, that is the finding. */
    private static Observation afterwards(ScimLab lab, Function<ScimLab.Made, Observation> conversation) {
        return lab.withUser(made -> switch (deactivated(lab, made)) {
            case Observation.Right right -> conversation.apply(made);
            case Observation.Wrong wrong
            when lab.get(made.path()) instanceof ScimReply.Answer after && after.status() == 404 ->
                new Wrong("The deactivated user is answered with status 404.");
            case Observation.Wrong(var seen) ->
                new Observation.Unclear("The user could not be deactivated: " + seen + '.', "Repair VP-04 first.");
            case Observation other -> other;
        });
    }

    private static Observation deactivated(ScimLab lab, ScimLab.Made made) {
        return seen(
                lab.patch(made.path(), "{\"op\":\"replace\",\"value\":{\"active\":false}}"),
                answer -> Observation.isOneOf(answer, 200, 204)
                        ? lab.changed(made.path(), after -> value(after, "$.active", "false"))
                        : new Wrong(Observation.words(answer)));
    }
}
