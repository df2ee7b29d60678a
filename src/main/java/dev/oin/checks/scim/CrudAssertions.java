package dev.oin.checks.scim;

import dev.oin.checks.Check;
import java.util.List;

/** The assertions of the CRUD suite, CRUD-01.1 to CRUD-13.2 (scim-checks, part 1B). */
final class CrudAssertions {

    private CrudAssertions() {}

    static List<Check> all() {
        return of(false);
    }

    /** With the steps on roles and entitlements, CRUD-E04.1 to CRUD-E07.2. */
    static List<Check> withEntitlements() {
        return of(true);
    }

    private static List<Check> of(boolean entitlements) {
        var list = new AssertionList("CRUD");
        list.after(CrudSteps.C01).effect();
        list.after(CrudSteps.C02).effect();
        list.after(CrudSteps.C03).effect();
        if (entitlements) {
            list.after(CrudSteps.CE04).effect();
        }
        list.after(CrudSteps.C04)
                .status(200)
                .same("$.Resources[0].userName", "{email}")
                .same("$.Resources[0].emails[0].value", "{email}")
                .same("$.Resources[0].name.familyName", "{lastName}")
                .same("$.Resources[0].name.givenName", "{firstName}");
        list.after(CrudSteps.C05).effect();
        list.after(CrudSteps.C06).status(200).same("$.name.givenName", "{firstNameUpdated}");
        if (entitlements) {
            list.after(CrudSteps.CE05).status(200).entitled(true);
            list.after(CrudSteps.CE06).effect();
            list.after(CrudSteps.CE07).status(200).entitled(false);
        }
        groups(list);
        leaving(list);
        return list.checks();
    }

    private static void groups(AssertionList list) {
        list.after(CrudSteps.CG1).effect();
        list.after(CrudSteps.CG2)
                .status(200)
                .same("$.displayName", "{groupName}")
                .member(true);
        list.after(CrudSteps.CG3).effect();
        list.after(CrudSteps.CG4).status(200).member(false);
        list.after(CrudSteps.CG5).effect();
        list.after(CrudSteps.CG6).status(200).same("$.displayName", "{groupNameUpdated}");
        list.after(CrudSteps.CG7).effect();
        list.after(CrudSteps.CG8).status(404);
        list.after(CrudSteps.CG9).status(200);
    }

    private static void leaving(AssertionList list) {
        list.after(CrudSteps.C07).effect();
        list.after(CrudSteps.C08).status(200).same("$.active", "false");
        list.after(CrudSteps.C09).effect();
        list.after(CrudSteps.C10).effect();
        list.after(CrudSteps.C11).status(200).same("$.active", "true");
        list.after(CrudSteps.C12).effect();
        list.after(CrudSteps.C13).status(200).same("$.active", "false");
    }
}
