package dev.oin.checks.scim;

import java.util.List;

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
    static final Step CE04 = new Step(
            "CE04",
            "Give the person a role or an entitlement (PATCH add, or GET and PUT of the user)",
            "RFC 7643 section 4.1.2",
            "What people may do in the app follows from it.");
    static final Step CE05 = new Step(
            "CE05",
            "The person has it (GET /Users/{scim_id})",
            "RFC 7643 section 4.1.2",
            "What is accepted and not kept goes unnoticed.");
    static final Step CE06 = new Step(
            "CE06",
            "Take it away (PATCH remove of the value, or GET and PUT of the user)",
            "RFC 7644 section 3.5.2.2",
            "Whoever changes to another task keeps the old rights otherwise.");
    static final Step CE07 = new Step(
            "CE07",
            "The person has it no longer, and kept the others (GET /Users/{scim_id})",
            "RFC 7643 section 4.1.2",
            "A removal that takes the others along leaves people without rights.");
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
    static final Step CG1 = new Step(
            "CG1",
            "Push a group with the person (GET /Groups by name, then POST /Groups)",
            "RFC 7644 section 3.3",
            "People get their rights in the app through groups.");
    static final Step CG2 = new Step(
            "CG2",
            "The group is in the app, with the person (GET /Groups/{group_id})",
            "RFC 7643 section 4.2",
            "A member who is lost on the way has no rights.");
    static final Step CG3 = new Step(
            "CG3",
            "Take the person out of the group (PATCH remove of the member)",
            "RFC 7644 section 3.5.2.2",
            "Whoever leaves a group keeps its rights otherwise.");
    static final Step CG4 = new Step(
            "CG4",
            "The person has left the group (GET /Groups/{group_id})",
            "RFC 7643 section 4.2",
            "A removal that is accepted and not made goes unnoticed.");
    static final Step CG5 = new Step(
            "CG5",
            "Rename the group (PATCH replace without a path of {id, displayName}, where id stays the same)",
            "RFC 7644 section 3.5.2.3",
            "Administrators look for a group by its name.");
    static final Step CG6 = new Step(
            "CG6",
            "The new name has arrived (GET /Groups/{group_id})",
            "RFC 7643 section 4.2",
            "A rename that is accepted and not made goes unnoticed.");
    static final Step CG7 = new Step(
            "CG7",
            "Delete the group (DELETE /Groups/{group_id})",
            "RFC 7644 section 3.6",
            "A group that is no longer pushed grants rights that nobody sees.");
    static final Step CG8 = new Step(
            "CG8",
            "The group is gone (GET /Groups/{group_id})",
            "RFC 7644 section 3.6",
            "A deletion that is accepted and not made goes unnoticed.");
    static final Step CG9 = new Step(
            "CG9",
            "The person is still there (GET /Users/{scim_id})",
            "RFC 7643 section 4.2",
            "Deleting a group must not take its members along.");
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

    /** In their order. */
    static final List<Step> ALL = List.of(
            C01, C02, C03, CE04, C04, C05, C06, CE05, CE06, CE07, CG1, CG2, CG3, CG4, CG5, CG6, CG7, CG8, CG9, C07, C08,
            C09, C10, C11, C12, C13);

    private CrudSteps() {}
}
