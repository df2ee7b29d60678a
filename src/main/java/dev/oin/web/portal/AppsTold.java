package dev.oin.web.portal;

import dev.oin.kernel.OrganizationId;
import dev.oin.sandbox.scim.ProvisioningLog;
import dev.oin.web.frame.Flash;
import org.springframework.stereotype.Component;

/** Says that a change was made, and where apps have not taken what they were told of it. */
@Component
class AppsTold {

    private final ProvisioningLog log;

    AppsTold(ProvisioningLog log) {
        this.log = log;
    }

    Flash done(String words, OrganizationId organization) {
        var open = log.openCount(organization);
        return open == 0
                ? Flash.done(words)
                : Flash.refused("%s %s in the apps: the sandbox says why under Provisioning."
                        .formatted(words, open == 1 ? "1 thing is not done" : open + " things are not done"));
    }
}
