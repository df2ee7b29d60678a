package dev.oin.checks.sso;

import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.Severity;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import java.util.ArrayList;
import java.util.List;

/** The submission tester's cases (testing-rules 4.2 and 4.3). */
public enum SignOnCase implements Check {
    IDP_FLOW(
            "A person who chooses the app's tile is signed in to the app",
            "F-SA-1, F-OI-2",
            "Customers start most sign-ins at their dashboard.",
            "The tile leads to the app's start page, signed in; wrong: it leads to the app's own sign-in page.",
            "Accept the answer at the registered address and start a session for the person it names."),
    SP_FLOW(
            "A person who starts in the app is signed in to the app",
            "F-SA-2, F-OI-1",
            "People open links to the app itself and must come back to it signed in.",
            "The SP initiate URL leads to the identity provider and back into the app; wrong: it ends at an error page.",
            "Send a valid request to this instance's identity provider and accept its answer."),
    JIT_IDP(
            "A new person who chooses the app's tile is created with the right profile",
            "F-SA-3, F-OI-3",
            "With just-in-time creation nobody has to add people to the app by hand.",
            "The app's page shows the new person's first name, last name and e-mail address.",
            "Create the person at the first sign-in and take names and e-mail address from the answer."),
    JIT_SP(
            "A new person who starts in the app is created with the right profile",
            "F-SA-4, F-OI-4",
            "With just-in-time creation nobody has to add people to the app by hand.",
            "The app's page shows the new person's first name, last name and e-mail address.",
            "Create the person at the first sign-in and take names and e-mail address from the answer.");

    private final String title;
    private final String clause;
    private final String why;
    private final String example;
    private final String remedy;

    SignOnCase(String title, String clause, String why, String example, String remedy) {
        this.title = title;
        this.clause = clause;
        this.why = why;
        this.example = example;
        this.remedy = remedy;
    }

    /** Whether sign-in starts at the tile. */
    boolean startsAtTile() {
        return this == IDP_FLOW || this == JIT_IDP;
    }

    /** Whether a person is made for it. */
    boolean createsPerson() {
        return this == JIT_IDP || this == JIT_SP;
    }

    /** The cases that the content needs for the protocol, in the order in which they are run. */
    public static List<SignOnCase> applicable(Content content, Protocol protocol) {
        var idp = hasIdpFlow(content, protocol);
        var sp = protocol == Protocol.OIDC
                || Boolean.TRUE.equals(content.testInformation().samlTest().sp());
        var cases = new ArrayList<SignOnCase>();
        if (idp) {
            cases.add(IDP_FLOW);
        }
        if (sp) {
            cases.add(SP_FLOW);
        }
        if (content.createsUsersJustInTime(protocol) && (idp || sp)) {
            cases.add(idp ? JIT_IDP : JIT_SP);
        }
        return List.copyOf(cases);
    }

    private static boolean hasIdpFlow(Content content, Protocol protocol) {
        if (protocol == Protocol.SAML) {
            return Boolean.TRUE.equals(content.testInformation().samlTest().idp());
        }
        var oidc = content.configuration().oidc();
        var uri = oidc == null ? null : oidc.initiateLoginUri();
        return uri != null && !uri.isBlank();
    }

    @Override
    public CheckId id() {
        return new CheckId(name());
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Severity severity() {
        return Severity.REQUIRED;
    }

    @Override
    public String clause() {
        return clause;
    }

    @Override
    public String why() {
        return why;
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
