package dev.oin.account;

import dev.oin.kernel.OrganizationId;
import java.time.Instant;
import java.util.Set;

/**
 * An ISV: the company whose members configure, test and submit integrations.
 *
 * @param slug the organisation's name in addresses
 * @param verifiedDomains domains whose e-mail addresses are the company's own
 */
public record Organization(
        OrganizationId id, String slug, String name, Set<String> verifiedDomains, Instant createdAt) {

    public Organization {
        verifiedDomains = Set.copyOf(verifiedDomains);
    }
}
