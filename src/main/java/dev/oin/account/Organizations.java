package dev.oin.account;

import dev.oin.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;

/** All ISV organisations. */
public interface Organizations {

    /** The organisation with the id. */
    Optional<Organization> find(OrganizationId id);

    /** The organisation with the name in addresses. */
    Optional<Organization> find(String slug);

    /** The organisation with the id, which exists: its id came from our own tables. */
    Organization get(OrganizationId id);

    /** All, by name. */
    List<Organization> all();
}
