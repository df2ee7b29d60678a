package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.account.MemberRole;
import dev.oin.account.Organizations;
import dev.oin.account.StaffRole;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /me}: who the token is. */
@RestController
@RequestMapping("/api/v1/me")
class Me {

    private final Organizations organizations;

    Me(Organizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping
    Answer me(Caller caller) {
        var home = caller.organization();
        return new Answer(
                caller.account(),
                caller.email(),
                caller.displayName(),
                home == null ? null : home(home),
                new TreeSet<>(caller.memberRoles()),
                new TreeSet<>(caller.staffRoles()));
    }

    private Home home(OrganizationId id) {
        var organization = organizations.get(id);
        return new Home(id, organization.slug(), organization.name(), new TreeSet<>(organization.verifiedDomains()));
    }

    record Home(OrganizationId id, String slug, String name, Set<String> verifiedDomains) {}

    record Answer(
            AccountId id,
            String email,
            String displayName,
            @Nullable Home organization,
            Set<MemberRole> roles,
            Set<StaffRole> staffRoles) {}
}
