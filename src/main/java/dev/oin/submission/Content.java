package dev.oin.submission;

import dev.oin.kernel.Protocol;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What pages 1 to 3 of the wizard hold: may be incomplete or wrong in meaning, never malformed. Holds no secret.
 *
 * @param logo the logo's facts; the image itself is in storage under its hash
 */
public record Content(
        Set<Protocol> protocols,
        Configuration configuration,
        @Nullable Logo logo,
        TestInformation testInformation) {

    public Content {
        protocols = protocols.isEmpty()
                ? Collections.unmodifiableSet(EnumSet.noneOf(Protocol.class))
                : Collections.unmodifiableSet(EnumSet.copyOf(protocols));
    }

    /** A new draft: only its protocols are chosen. */
    public static Content of(Set<Protocol> protocols) {
        return new Content(protocols, Configuration.empty(), null, TestInformation.empty());
    }

    /** With what is chosen beforehand in sections that nobody saved yet, as the forms show them. */
    Content begun() {
        return new Content(protocols, configuration.begun(protocols), logo, testInformation);
    }

    /** Whether the protocol was chosen on page 1. */
    public boolean has(Protocol protocol) {
        return protocols.contains(protocol);
    }

    /** The protocols chosen that sign people in. */
    public Set<Protocol> singleSignOn() {
        return Protocol.singleSignOn(protocols);
    }

    /** Whether people are created at their first sign-in through the protocol (testing-rules 2, J(p)). */
    public boolean createsUsersJustInTime(Protocol protocol) {
        return switch (protocol) {
            case OIDC -> Boolean.TRUE.equals(testInformation.oidcTest().jit());
            case SAML -> Boolean.TRUE.equals(testInformation.samlTest().jit());
            case SCIM, UNIVERSAL_LOGOUT, ENTITLEMENTS -> false;
        };
    }
}
