package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.refused;
import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.status;
import static dev.oin.checks.scim.Observation.when;

import dev.oin.checks.scim.Observation.Right;
import dev.oin.checks.scim.Observation.Tolerable;
import dev.oin.checks.scim.Observation.Wrong;
import java.util.List;
import java.util.regex.Pattern;

/** What the server says about itself, and how it refuses (scim-checks 2.3, 2.8). */
final class DiscoveryChecks {

    private static final List<String> TYPES = List.of(
            "invalidFilter",
            "tooMany",
            "uniqueness",
            "mutability",
            "invalidSyntax",
            "invalidPath",
            "noTarget",
            "invalidValue",
            "invalidVers",
            "sensitive");

    /** Stack traces, databases' words, and names of classes such as java.lang.NumberFormatException. */
    private static final Pattern INTERNALS = Pattern.compile(
            "\\tat |Traceback|Exception in|SQLSTATE|ORA-\\d|\\.java:\\d|\\b(?:[A-Za-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error)\\b");

    private DiscoveryChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        discovery(list);
        return list.checks();
    }

    /** Rows that look back at the whole run, and so come last. */
    static List<StrictCheck> last() {
        var list = new StrictList();
        errors(list);
        return list.checks();
    }

    private static void discovery(StrictList list) {
        list.about(Concern.EVERYBODY)
                .check(
                        "DI-01",
                        Level.SHOULD,
                        "RFC 7643 section 5",
                        "/ServiceProviderConfig tells what is supported",
                        "Describe patch, bulk, filter, changePassword, sort and etag, each with supported.",
                        lab -> seen(lab.get("/ServiceProviderConfig"), answer -> {
                            for (var part : List.of("patch", "bulk", "filter", "changePassword", "sort", "etag")) {
                                if (!answer.at("$." + part + ".supported").isBoolean()) {
                                    return new Wrong(Observation.words(answer) + ", " + part + ".supported is missing");
                                }
                            }
                            return new Right(Observation.words(answer));
                        }))
                .check(
                        "DI-03",
                        Level.SHOULD,
                        "RFC 7643 section 6",
                        "/ResourceTypes lists User",
                        "List each resource type with name, endpoint and schema.",
                        lab -> seen(
                                lab.get("/ResourceTypes"),
                                answer -> when(
                                        answer.at("$.Resources")
                                                .findValuesAsText("name")
                                                .contains("User"),
                                        Observation.words(answer))))
                .check(
                        "DI-04",
                        Level.SHOULD,
                        "RFC 7643 section 7",
                        "/Schemas describes the core User schema",
                        "Describe each schema with its attributes.",
                        lab -> seen(
                                lab.get("/Schemas"),
                                answer -> when(
                                        answer.at("$.Resources")
                                                .findValuesAsText("id")
                                                .contains(ScimLab.USER),
                                        Observation.words(answer))));
    }

    private static void errors(StrictList list) {
        list.check(
                        "VP-15",
                        Level.CLIENT,
                        "RFC 9110 section 10.2.3",
                        "A server that is called too often says in whole seconds when to come back",
                        "Send Retry-After with a number of seconds with every 429; the provisioning client does not read dates.",
                        lab -> lab.retries().stream()
                                .filter(value -> !value.strip().matches("\\d+"))
                                .findFirst()
                                .<Observation>map(value ->
                                        new Wrong("Retry-After " + (value.isEmpty() ? "is missing" : "is " + value)))
                                .orElseGet(() -> new Right(
                                        lab.retries().isEmpty()
                                                ? "the server never asked to come back later"
                                                : lab.retries().size() + " times, in seconds")))
                .check(
                        "VP-14",
                        Level.CLIENT,
                        "",
                        "Each call is answered within a minute, and half of them within a second",
                        "Look at the slowest calls in this run's traffic: answer each within 60 seconds, or the client gives it up, and most within one, for people wait for them.",
                        lab -> seen(
                                lab.get("/Users?count=1&startIndex=1"),
                                answer -> lab.pace().judged()))
                .check(
                        "EV-05",
                        Level.SHOULD,
                        "RFC 7644 section 3.14",
                        "Changes are accepted without If-Match",
                        "Accept PUT, PATCH and DELETE without If-Match: the platform's provisioning client sends none. This run named the version of each resource after the first refusal.",
                        lab -> when(
                                !lab.versionsWanted(),
                                lab.versionsWanted()
                                        ? "a change without If-Match was refused"
                                        : "no version was asked for"))
                .check(
                        "ER-04",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "An unknown path below the base is answered with 404",
                        "Answer 404 with the Error schema.",
                        lab -> refused(lab.get("/NoSuchThing"), 404))
                .check(
                        "ER-01",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "Refusals have the Error schema and their status as a text",
                        "Send schemas, status and detail in every error body.",
                        DiscoveryChecks::errorBodies)
                .check(
                        "ER-02",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "scimType is one of the standard's",
                        "Use only the types that table 9 names.",
                        lab -> lab.refusals().stream()
                                .map(ScimLab.Refusal::answer)
                                .map(answer -> answer.at("$.scimType").asText(""))
                                .filter(type -> !type.isEmpty() && !TYPES.contains(type))
                                .findFirst()
                                .<Observation>map(type -> new Wrong("scimType " + type))
                                .orElseGet(() -> new Right("only types of the standard")))
                .check(
                        "ER-03",
                        Level.HARDENING,
                        "",
                        "Refusals show no internals",
                        "Keep stack traces, class names and SQL out of answers.",
                        lab -> lab.refusals().stream()
                                .filter(refusal -> INTERNALS
                                        .matcher(refusal.answer().text())
                                        .find())
                                .findFirst()
                                .<Observation>map(refusal -> new Wrong("The answer to " + refusal.call() + ", status "
                                        + refusal.answer().status() + ", shows internals."))
                                .orElseGet(() -> new Right(
                                        "no internals in " + lab.refusals().size() + " refusals")))
                .check(
                        "ER-05",
                        Level.HARDENING,
                        "",
                        "The server never failed with a 5xx status",
                        "Find the requests with status 5xx in this run's traffic, and refuse them with 4xx.",
                        lab -> when(lab.failures() == 0, lab.failures() + " answers with status 5xx"));
    }

    private static Observation errorBodies(ScimLab lab) {
        boolean numbers = false;
        for (var refusal : lab.refusals()) {
            var answer = refusal.answer();
            var status = answer.at("$.status");
            if (!answer.at("$.schemas").toString().contains(ScimLab.ERROR)
                    || !status.asText("").equals(String.valueOf(answer.status()))) {
                return new Wrong("The answer to %s, status %d, has %s and %s."
                        .formatted(
                                refusal.call(),
                                answer.status(),
                                Observation.member(answer, "schemas"),
                                Observation.member(answer, "status")));
            }
            numbers |= status.isNumber();
        }
        return numbers
                ? new Tolerable("status is a number in error bodies, not a text")
                : new Right(lab.refusals().size() + " refusals looked at");
    }
}
