package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import org.springframework.stereotype.Component;

/** The organisation whose sandbox an address names, for those of its members who may do what they ask for. */
@Component
class SandboxOwners {

    private final Organizations organizations;

    SandboxOwners(Organizations organizations) {
        this.organizations = organizations;
    }

    /** For every member; others learn nothing, not even that it exists. */
    Organization own(String slug, Caller caller) {
        return organizations
                .find(slug)
                .filter(found -> caller.isMemberOf(found.id()))
                .orElseThrow(Missing::new);
    }

    /** For members who administer its people. */
    Organization manages(String slug, Caller caller) {
        var organization = own(slug, caller);
        if (!caller.mayManagePeople()) {
            throw new NotAllowed();
        }
        return organization;
    }

    /** For members who test and submit. */
    Organization tests(String slug, Caller caller) {
        var organization = own(slug, caller);
        if (!caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return organization;
    }
}
