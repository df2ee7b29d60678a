package dev.oin.gate;

import dev.oin.checks.CheckId;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import java.util.ArrayList;
import java.util.List;

/** The submission tester's cases that a submission has to pass (testing-rules 4.2). */
public enum TesterCase {
    IDP_FLOW("IdP flow"),
    SP_FLOW("SP flow"),
    JIT("JIT");

    private final String label;

    TesterCase(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    /** Whether a result of the check is a result of this case; just-in-time sign-in has one check per flow, and either proves it. */
    public boolean isProvenBy(CheckId check) {
        return this == JIT ? check.value().startsWith("JIT") : check.value().equals(name());
    }

    /** The cases that the content requires for the protocol. */
    public static List<TesterCase> required(Content content, Protocol protocol) {
        var cases = new ArrayList<TesterCase>();
        if (startsAtIdentityProvider(content, protocol)) {
            cases.add(IDP_FLOW);
        }
        if (startsAtApp(content, protocol)) {
            cases.add(SP_FLOW);
        }
        if (content.createsUsersJustInTime(protocol)) {
            cases.add(JIT);
        }
        return List.copyOf(cases);
    }

    private static boolean startsAtIdentityProvider(Content content, Protocol protocol) {
        if (protocol == Protocol.SAML) {
            return Boolean.TRUE.equals(content.testInformation().samlTest().idp());
        }
        var oidc = content.configuration().oidc();
        return oidc != null
                && oidc.initiateLoginUri() != null
                && !oidc.initiateLoginUri().isBlank();
    }

    private static boolean startsAtApp(Content content, Protocol protocol) {
        return protocol == Protocol.OIDC
                || Boolean.TRUE.equals(content.testInformation().samlTest().sp());
    }
}
