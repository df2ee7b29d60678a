package dev.oin.checks.scim;

/** The steps of the CRUD suite (scim-checks, part 1B). */
final class CrudSteps {

    static final Step C01 = new Step("C01", "The instance exists", "", "Without an instance nothing is provisioned.");
    static final Step C02 =
            new Step("C02", "Add a person to the directory", "", "The suite works with a person of its own.");
    static final Step C03 = new Step(
            "C03",
            "Assign the person to the app (GET /Users by user name, then POST /Users)",
            "RFC 7644 section 3.3",
            "An assigned person who is not created cannot work.");
    static final Step C04 = new Step(
            "C04",
            "The person is in the app (GET /Users by user name)",
            "RFC 7644 section 3.4.2",
            "What was sent must have arrived, and be found by user name.");
    static final Step C05 = new Step(
            "C05",
            "Change the given name (GET /Users/{scim_id}, then PUT, or PATCH where declared)",
            "RFC 7644 section 3.5",
            "A person who marries or moves keeps the old data in the app otherwise.");
    static final Step C06 = new Step(
            "C06",
            "The change has arrived (GET /Users/{scim_id})",
            "RFC 7644 section 3.5",
            "An update that is accepted and not made goes unnoticed.");
    static final Step C07 = new Step(
            "C07",
            "Deactivate the person (PATCH active to false)",
            "RFC 7644 section 3.5.2",
            "Whoever leaves the company keeps access otherwise.");
    static final Step C08 = new Step(
            "C08",
            "The app user is inactive (GET /Users/{scim_id})",
            "RFC 7643 section 4.1.1",
            "A deactivated person must stay readable, as inactive.");
    static final Step C09 = new Step("C09", "Reactivate the person in the directory", "", "The assignment was lost.");
    static final Step C10 = new Step(
            "C10",
            "Assign the person again (GET /Users by user name, then PATCH or PUT active to true on the same id)",
            "RFC 7644 section 3.5",
            "A second account for the same person would be an orphan.");
    static final Step C11 = new Step(
            "C11",
            "The app user is active again (GET /Users/{scim_id})",
            "RFC 7643 section 4.1.1",
            "A person who returns must be able to work.");
    static final Step C12 = new Step(
            "C12",
            "Remove the assignment (PATCH active to false)",
            "RFC 7644 section 3.5.2",
            "Whoever changes to another team keeps access otherwise.");
    static final Step C13 = new Step(
            "C13",
            "The app user is inactive (GET /Users/{scim_id})",
            "RFC 7643 section 4.1.1",
            "A person without assignment must not be able to work.");

    private CrudSteps() {}
}
