package dev.oin.sample.scim;

import java.util.List;
import java.util.Optional;

/** A named set of attributes (RFC 7643 section 7). */
record Schema(String urn, String name, String description, List<Attribute> attributes) {

    Optional<Attribute> attribute(String wanted) {
        return attributes.stream()
                .filter(each -> each.name().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
