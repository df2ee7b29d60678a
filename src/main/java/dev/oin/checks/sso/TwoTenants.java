package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;

/** F-XX-2: the same address at two tenants is two identities; told apart by a name that changes between the two first sign-ins. */
final class TwoTenants {

    private TwoTenants() {}

    static AdviceCheck check() {
        return AdviceCheck.required(
                "F-XX-2",
                null,
                "OIDC 5.7; Core 2.2.2",
                "The same e-mail address at two tenants is two identities",
                "Otherwise one customer's administrator can open accounts of another customer by giving a person that address.",
                "Find people by the issuer and the subject or NameID, or by tenant and address; never by the address alone.",
                TwoTenants::look);
    }

    private static Finding look(AdviceLab lab) {
        if (!lab.tested().createsPeople() || !lab.tested().cases().contains(SignOnCase.IDP_FLOW)) {
            return new Finding.Irrelevant(
                    "It can be seen only where the app creates people, and people can start at the tile of either tenant.");
        }
        return lab.otherTenant()
                .map(other -> lab.withNewPerson(lab.freshDetails(), person -> twoIdentities(lab, other, person)))
                .orElseGet(() -> new Finding.Irrelevant(
                        "Generate a second instance, and connect it to a second tenant of the app."));
    }

    private static Finding twoIdentities(AdviceLab lab, Instance other, Person person) {
        lab.assign(person, other);
        return lab.inSession(person, here -> {
            if (!here.text().contains(person.familyName())) {
                return new Finding.Irrelevant("The page does not show names, so that nothing can be said.");
            }
            var name = person.familyName() + "-Elsewhere";
            var renamed = lab.renamed(person, new PersonDetails(person.givenName(), name, person.email()));
            return here.at(other, renamed)
                    .map(there -> compared(here, there, person.familyName(), name))
                    .orElseGet(() -> new Finding.Unseen("No session came about at \"" + other.label()
                            + "\". Connect it to a second tenant of the app, or deactivate it."));
        });
    }

    private static Finding compared(AppSession here, AppSession there, String before, String after) {
        if (!there.text().contains(after)) {
            return new Finding.Wrong(
                    "The first sign-in at the second tenant shows the name of the account at the first one.");
        }
        here.look();
        return here.text().contains(after) || !here.text().contains(before)
                ? new Finding.Wrong("The sign-in at the second tenant changed the account at the first one.")
                : new Finding.Right("Each tenant has an account of its own.");
    }
}
