package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.status;
import static dev.oin.checks.scim.Observation.when;

import dev.oin.sandbox.scim.ScimReply;
import java.util.List;

/** Pages and order (scim-checks 2.5). */
final class PageChecks {

    private static final String PAGES = "RFC 7644 section 3.4.2.4";

    private PageChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        pages(list);
        return list.checks();
    }

    private static boolean isTrueTotal(ScimLab lab, ScimReply.Answer answer) {
        var total = answer.at("$.totalResults");
        return total.asInt() > 0
                || total.isInt()
                        && lab.get("/Users?count=1") instanceof ScimReply.Answer one
                        && one.at("$.totalResults").asInt() == 0;
    }

    /** The number on the page may be left out where the page holds all (RFC 7644, section 3.4.2). */
    private static boolean isCounted(ScimReply.Answer answer) {
        var size = answer.at("$.Resources").size();
        return answer.at("$.itemsPerPage").isMissingNode()
                ? answer.at("$.totalResults").asInt(-1) == size
                : answer.at("$.itemsPerPage").asInt(-1) == size;
    }

    private static void pages(StrictList list) {
        list.check(
                        "RFC-P-01",
                        Level.MUST,
                        PAGES,
                        "count=0 answers no resources and the true totalResults",
                        "Leave Resources empty, and count all.",
                        lab -> seen(
                                lab.get("/Users?count=0"),
                                answer -> when(
                                        answer.status() == 200
                                                && answer.at("$.Resources").isEmpty()
                                                && isTrueTotal(lab, answer),
                                        answer.at("$.Resources").size() + " resources, "
                                                + Observation.member(answer, "totalResults"))))
                .check(
                        "RFC-P-02",
                        Level.MUST,
                        PAGES,
                        "A negative count is 0, a startIndex below 1 is 1",
                        "Treat them so, instead of refusing.",
                        lab -> seen(
                                lab.get("/Users?count=-5&startIndex=-1"),
                                answer -> when(
                                        answer.status() == 200
                                                && answer.at("$.Resources").isEmpty(),
                                        Observation.words(answer) + ", "
                                                + answer.at("$.Resources").size() + " resources")))
                .check(
                        "RFC-P-03",
                        Level.MUST,
                        PAGES,
                        "A count above the maximum answers what there is; itemsPerPage says how many",
                        "Cut the page to your maximum, and count what is on it.",
                        lab -> seen(
                                lab.get("/Users?count=100000"),
                                answer -> when(
                                        answer.status() == 200 && isCounted(answer),
                                        Observation.member(answer, "itemsPerPage") + ", "
                                                + answer.at("$.Resources").size() + " resources")))
                .check(
                        "RFC-P-04",
                        Level.MUST,
                        PAGES,
                        "A startIndex beyond the end answers an empty page",
                        "Answer 200 with no resources.",
                        lab -> seen(
                                lab.get("/Users?startIndex=1000000&count=10"),
                                answer -> when(
                                        answer.status() == 200
                                                && answer.at("$.Resources").isEmpty(),
                                        Observation.words(answer) + ", "
                                                + answer.at("$.Resources").size() + " resources")))
                .check(
                        "RFC-P-05",
                        Level.SHOULD,
                        "RFC 7644 section 3.12",
                        "A count that is no number is refused with 400",
                        "Answer 400.",
                        lab -> status(lab.get("/Users?count=many"), 400))
                .check(
                        "RFC-S-01",
                        Level.SHOULD,
                        "RFC 7644 section 3.4.2.3",
                        "sortBy sorts, or is ignored",
                        "Sort, or answer as without it.",
                        lab -> status(lab.get("/Users?count=2&sortBy=userName&sortOrder=descending"), 200));
    }
}
