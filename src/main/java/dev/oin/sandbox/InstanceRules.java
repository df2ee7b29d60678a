package dev.oin.sandbox;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which instances a submission needs and may have (testing-rules 2); pure. */
public final class InstanceRules {

    private InstanceRules() {}

    /** The CURRENT instances that the content needs; a combined one meets two of them. */
    public static List<RequiredInstance> required(Content content) {
        var required = new ArrayList<RequiredInstance>();
        for (var protocol : List.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM)) {
            if (content.has(protocol)) {
                required.add(new RequiredInstance(protocol, Instance.Kind.CURRENT));
            }
        }
        return List.copyOf(required);
    }

    /** The instances that an update needs: the CURRENT ones, and a PUBLISHED one for each sign-on protocol that customers have. */
    static List<RequiredInstance> required(Content content, Content published) {
        var required = new ArrayList<>(required(content));
        Protocol.singleSignOn(published.protocols()).stream()
                .sorted()
                .forEach(protocol -> required.add(new RequiredInstance(protocol, Instance.Kind.PUBLISHED)));
        return List.copyOf(required);
    }

    /** Whether one instance may serve both sign-on and provisioning. */
    public static CombinedInstance combined(Content content) {
        var signOn = content.singleSignOn();
        if (!content.has(Protocol.SCIM) || signOn.isEmpty()) {
            return new CombinedInstance.NotApplicable();
        }
        if (signOn.size() > 1) {
            return new CombinedInstance.Refused("With both OIDC and SAML each protocol needs an instance of its own.");
        }
        var protocol = signOn.iterator().next();
        if (content.createsUsersJustInTime(protocol)) {
            return new CombinedInstance.Refused("Just-in-time sign-in through " + protocol.label()
                    + " and provisioning would both create the user.");
        }
        return creates(content)
                ? new CombinedInstance.Allowed()
                : new CombinedInstance.Refused(
                        "Neither just-in-time sign-in nor the SCIM operation CREATE would create the user.");
    }

    /** Why an instance for these protocols cannot be made from the content; empty where it can. */
    static Optional<String> refusal(Content content, Set<Protocol> protocols) {
        for (var protocol : protocols) {
            if (!protocol.isSingleSignOn() && protocol != Protocol.SCIM) {
                return Optional.of(protocol.label() + " has no instance of its own; it uses the others.");
            }
            if (!content.has(protocol)) {
                return Optional.of(protocol.label() + " is not selected for this integration.");
            }
        }
        return switch (Protocol.singleSignOn(protocols).size()) {
            case 0 -> protocols.isEmpty() ? Optional.of("Select what the instance is for.") : Optional.empty();
            case 1 -> protocols.contains(Protocol.SCIM) ? refusalOfCombined(content) : Optional.empty();
            default -> Optional.of("An instance signs people in with one protocol; generate one for each.");
        };
    }

    private static Optional<String> refusalOfCombined(Content content) {
        return switch (combined(content)) {
            case CombinedInstance.Allowed() -> Optional.empty();
            case CombinedInstance.Refused(var because) -> Optional.of(because);
            case CombinedInstance.NotApplicable() -> Optional.of("Nothing to combine.");
        };
    }

    private static boolean creates(Content content) {
        var scim = content.configuration().scim();
        return scim != null && scim.creates();
    }
}
