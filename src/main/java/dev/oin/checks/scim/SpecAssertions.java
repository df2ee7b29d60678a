package dev.oin.checks.scim;

import dev.oin.checks.Check;
import java.util.List;

/** The assertions of the SPEC suite, SPEC-01.1 to SPEC-12.4 (scim-checks, part 1A). */
final class SpecAssertions {

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private SpecAssertions() {}

    static List<Check> all() {
        var list = new AssertionList("SPEC");
        reading(list);
        creating(list);
        rest(list);
        return list.checks();
    }

    private static void reading(AssertionList list) {
        list.after(SpecSteps.S01)
                .status(200)
                .nonEmpty("$.Resources")
                .has("$.schemas", LIST)
                .number("$.itemsPerPage")
                .number("$.startIndex")
                .number("$.totalResults")
                .nonEmpty("$.Resources[0].id")
                .nonEmpty("$.Resources[0].name.familyName")
                .nonEmpty("$.Resources[0].name.givenName")
                .nonEmpty("$.Resources[0].userName")
                .nonEmpty("$.Resources[0].active")
                .nonEmpty("$.Resources[0].emails[0].value");
        list.after(SpecSteps.S02)
                .status(200)
                .nonEmpty("$.id")
                .nonEmpty("$.name.familyName")
                .nonEmpty("$.name.givenName")
                .nonEmpty("$.userName")
                .nonEmpty("$.active")
                .nonEmpty("$.emails[0].value")
                .same("$.id", "{ISVUserid}");
        list.after(SpecSteps.S03).status(200).has("$.schemas", LIST).same("$.totalResults", "0");
        list.after(SpecSteps.S04).status(404).nonEmpty("$.detail").has("$.schemas", ERROR);
        list.after(SpecSteps.S05).status(200).sameNumber("$.totalResults", 0).has("$.schemas", LIST);
    }

    private static void creating(AssertionList list) {
        list.after(SpecSteps.S06)
                .status(201)
                .same("$.active", "true")
                .nonEmpty("$.id")
                .same("$.name.familyName", "{randomFamilyName}")
                .same("$.name.givenName", "{randomGivenName}")
                .has("$.schemas", USER)
                .same("$.userName", "{randomUsername}");
        list.after(SpecSteps.S07)
                .status(200)
                .same("$.userName", "{randomUsername}")
                .same("$.name.familyName", "{randomFamilyName}")
                .same("$.name.givenName", "{randomGivenName}");
        list.after(SpecSteps.S08).status(409);
    }

    private static void rest(AssertionList list) {
        list.after(SpecSteps.S09).status(200);
        list.after(SpecSteps.S10).status(200).faster(600).listIfAny();
        list.after(SpecSteps.S11)
                .status(401)
                .nonEmpty("$.detail")
                .same("$.status", "401")
                .has("$.schemas", ERROR);
        list.after(SpecSteps.S12)
                .status(404)
                .nonEmpty("$.detail")
                .same("$.status", "404")
                .has("$.schemas", ERROR);
    }
}
