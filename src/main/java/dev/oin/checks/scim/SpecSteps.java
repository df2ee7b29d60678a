package dev.oin.checks.scim;

/** The steps of the SPEC suite (scim-checks, part 1A). */
final class SpecSteps {

    static final Step S01 = new Step(
            "S01",
            "GET /Users?count=1&startIndex=1",
            "RFC 7644 section 3.4.2",
            "People are imported page by page; a list answer without these members cannot be read.");
    static final Step S02 = new Step(
            "S02",
            "GET /Users/{ISVUserid}",
            "RFC 7644 section 3.4.1",
            "A person's profile is read before it is changed.");
    static final Step S03 = new Step(
            "S03",
            "GET /Users?filter=userName eq \"{InvalidUserEmail}\"",
            "RFC 7644 section 3.4.2",
            "The client looks for a person before it creates one; anything but an empty list stops it.");
    static final Step S04 = new Step(
            "S04",
            "GET /Users/{UserIdThatDoesNotExist}",
            "RFC 7644 section 3.12",
            "The client must be able to tell a person who is gone from a server that fails.");
    static final Step S05 = new Step(
            "S05",
            "GET /Users?filter=userName eq \"{randomEmail}\"",
            "RFC 7644 section 3.4.2",
            "A filter that is ignored links people to somebody else's account.");
    static final Step S06 = new Step(
            "S06",
            "POST /Users",
            "RFC 7644 section 3.3",
            "The client keeps the id from this answer for every later call.");
    static final Step S07 = new Step(
            "S07",
            "GET /Users/{idUserOne}",
            "RFC 7644 section 3.4.1",
            "What was created must be readable as it was sent.");
    static final Step S08 = new Step(
            "S08",
            "POST /Users, the same person again",
            "RFC 7644 section 3.3",
            "A second account for the same person escapes deprovisioning.");
    static final Step S09 = new Step(
            "S09",
            "GET /Users?filter=userName eq \"{randomUsernameCaps}\"",
            "RFC 7643 section 8.7.1",
            "User names differ in letter case between directories.");
    static final Step S10 =
            new Step("S10", "GET /Groups", "RFC 7644 section 3.4.2", "Groups are imported from this list.");
    static final Step S11 = new Step(
            "S11",
            "GET /Users without valid credentials",
            "RFC 7644 section 2 and 3.12",
            "Everybody's data would be open, and an expired token would go unnoticed.");
    static final Step S12 = new Step(
            "S12",
            "GET /Users/00919288221112222",
            "RFC 7644 section 3.12",
            "The client must be able to tell a person who is gone from a server that fails.");

    private SpecSteps() {}
}
