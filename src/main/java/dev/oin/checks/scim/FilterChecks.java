package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.each;
import static dev.oin.checks.scim.Observation.refused;
import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.status;
import static dev.oin.checks.scim.Observation.value;
import static dev.oin.checks.scim.Observation.when;

import dev.oin.checks.scim.Observation.Right;
import dev.oin.sandbox.scim.ScimReply;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Filters (scim-checks 2.5). */
final class FilterChecks {

    private static final String FILTERS = "RFC 7644 section 3.4.2.2";

    private FilterChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        filters(list.about(Concern.CREATE));
        oddFilters(list.about(Concern.EVERYBODY));
        return list.checks();
    }

    private static void filters(StrictList list) {
        list.check(
                        "RFC-F-01",
                        Level.MUST,
                        FILTERS,
                        "userName eq finds the user",
                        "Support userName eq.",
                        one(made -> "userName eq \"" + made.name() + '"'))
                .check(
                        "RFC-F-02",
                        Level.MUST,
                        FILTERS,
                        "Operators and attribute names are read in any letter case",
                        "Compare operators and attribute names without regard to case.",
                        one(made -> "USERNAME EQ \"" + made.name() + '"'))
                .check(
                        "RFC-F-03",
                        Level.SHOULD,
                        "RFC 7644 section 3.10",
                        "The attribute's full name is understood",
                        "Accept urn:ietf:params:scim:schemas:core:2.0:User:userName.",
                        one(made -> ScimLab.USER + ":userName eq \"" + made.name() + '"'))
                .check(
                        "RFC-F-04",
                        Level.MUST,
                        "RFC 7643 section 8.7.1",
                        "userName eq finds the user in any letter case",
                        "Compare user names without regard to case.",
                        one(made -> "userName eq \"" + made.name().toUpperCase(Locale.ROOT) + '"'))
                .check(
                        "RFC-F-05",
                        Level.MUST,
                        "RFC 7643 section 3.1",
                        "externalId eq finds the user",
                        "Support externalId eq, case exact.",
                        oneOrRefused(made -> "externalId eq \""
                                + made.sent().path("externalId").asText() + '"'))
                .check(
                        "RFC-F-06",
                        Level.MUST,
                        FILTERS,
                        "sw and co work, or are refused with 400",
                        "Support the operators, or answer 400 with scimType invalidFilter.",
                        oneOrRefused(made -> "userName sw \""
                                + made.name().substring(0, made.name().indexOf('@')) + '"'))
                .check(
                        "RFC-F-07",
                        Level.MUST,
                        FILTERS,
                        "and works, or is refused with 400",
                        "Support logical operators, or answer 400 with scimType invalidFilter.",
                        oneOrRefused(made -> "userName eq \"" + made.name() + "\" and active eq true"))
                .check(
                        "RFC-F-08",
                        Level.MUST,
                        FILTERS,
                        "A value path works, or is refused with 400",
                        "Support emails[type eq \"work\" and value co \"…\"], or answer 400.",
                        lab -> lab.withUser(made -> seen(
                                lab.filtered("emails[type eq \"work\" and value eq \"" + made.name() + "\"]"),
                                answer -> answer.status() == 400
                                        ? new Right("refused with 400")
                                        : foundByAddress(lab, answer, made))))
                .check(
                        "RFC-F-13",
                        Level.MUST,
                        "RFC 7643 section 2.5",
                        "pr does not find an attribute that was never set",
                        "Treat unassigned attributes as not present.",
                        lab -> lab.withUser(made -> seen(
                                lab.filtered("userName eq \"" + made.name() + "\" and nickName pr"),
                                answer -> answer.status() == 400
                                        ? new Right("refused")
                                        : value(answer, "$.totalResults", "0"))));
    }

    private static Function<ScimLab, Observation> one(Function<ScimLab.Made, String> filter) {
        return lab -> lab.withUser(made -> seen(lab.filtered(filter.apply(made)), answer -> found(answer, made)));
    }

    private static Function<ScimLab, Observation> oneOrRefused(Function<ScimLab.Made, String> filter) {
        return lab -> lab.withUser(made -> seen(
                lab.filtered(filter.apply(made)),
                answer -> answer.status() == 400 ? new Right("refused with 400") : found(answer, made)));
    }

    private static Observation found(ScimReply.Answer answer, ScimLab.Made made) {
        return when(
                answer.status() == 200
                        && answer.at("$.totalResults").asInt() == 1
                        && answer.at("$.Resources[0].id").asText().equals(made.id()),
                Observation.words(answer) + ", " + Observation.member(answer, "totalResults"));
    }

    private static Observation foundByAddress(ScimLab lab, ScimReply.Answer answer, ScimLab.Made made) {
        return seen(
                lab.get(made.path()),
                held -> held.at("$.emails").findValuesAsText("type").contains("work")
                        ? found(answer, made)
                        : value(answer, "$.totalResults", "0"));
    }

    private static void oddFilters(StrictList list) {
        list.check(
                        "RFC-F-09",
                        Level.MUST,
                        FILTERS,
                        "Quotes, plus, ampersand, percent and other letters in a value are read as such",
                        "Decode the query once, and unescape the value as JSON does.",
                        lab -> each(
                                List.of("userName eq \"a\\\"b\"", "userName eq \"a+b&c%d\"", "userName eq \"ünï\""),
                                filter -> status(lab.filtered(filter), 200),
                                "status 200 for each"))
                .check(
                        "RFC-F-10",
                        Level.MUST,
                        "RFC 7644 section 3.12",
                        "A filter that cannot be read is refused with 400",
                        "Answer 400 with scimType invalidFilter.",
                        lab -> each(
                                List.of("userName eq \"open", "userName fits \"x\"", "userName eq \"x\" and"),
                                filter -> refused(lab.filtered(filter), 400, "invalidFilter"),
                                "status 400 for each"))
                .check(
                        "RFC-F-11",
                        Level.SHOULD,
                        FILTERS,
                        "A filter on an unknown attribute finds nobody or is refused",
                        "Treat unknown attributes as unassigned, or answer 400.",
                        lab -> seen(
                                lab.filtered("noSuchAttribute eq \"x\""),
                                answer -> answer.status() == 400
                                        ? new Right("refused with 400")
                                        : value(answer, "$.totalResults", "0")))
                .check(
                        "RFC-F-14",
                        Level.HARDENING,
                        "",
                        "Injection attempts in a filter find nobody and break nothing",
                        "Bind values as parameters.",
                        lab -> each(
                                List.of("' OR '1'='1", "*)(uid=*", "'; DROP TABLE users; --", "{$ne: null}"),
                                text -> seen(
                                        lab.filtered("userName eq \"" + text + '"'),
                                        answer -> answer.status() == 400
                                                ? new Right("refused with 400")
                                                : value(answer, "$.totalResults", "0")),
                                "nobody was found"))
                .check(
                        "CR-12",
                        Level.MUST,
                        "RFC 7644 section 7.5.2",
                        "Nobody can be found by password",
                        "Refuse filters on password.",
                        lab -> seen(
                                lab.filtered("password sw \"a\""),
                                answer -> answer.status() >= 400 && answer.status() < 500
                                        ? new Right(Observation.words(answer))
                                        : value(answer, "$.totalResults", "0")));
    }
}
