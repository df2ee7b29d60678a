package dev.oin.kernel;

import java.util.EnumSet;
import java.util.Set;

/** What an integration can do, as chosen on page 1 of the wizard (submission-rules 3). */
public enum Protocol {
    OIDC("OIDC"),
    SAML("SAML 2.0"),
    SCIM("SCIM 2.0"),
    UNIVERSAL_LOGOUT("Universal Logout"),
    ENTITLEMENTS("Entitlement management");

    private final String label;

    Protocol(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    /** Whether this protocol signs people in. */
    public boolean isSingleSignOn() {
        return this == OIDC || this == SAML;
    }

    /** Those of the given protocols that sign people in. */
    public static Set<Protocol> singleSignOn(Set<Protocol> protocols) {
        var chosen = EnumSet.noneOf(Protocol.class);
        for (var protocol : protocols) {
            if (protocol.isSingleSignOn()) {
                chosen.add(protocol);
            }
        }
        return chosen;
    }
}
