package dev.oin.sandbox;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An installed copy of an integration, made from one of its versions in the ISV's sandbox (testing-rules 1).
 *
 * @param version the number of the version that it was made from
 * @param contentHash the hash of that version's content
 * @param protocols one single sign-on protocol, or SCIM, or both where that is allowed
 * @param held whether the team works with it, so that the ISV cannot change it
 * @param clientId its own OAuth 2 client id; null without OIDC
 */
public record Instance(
        InstanceId id,
        OrganizationId organization,
        IntegrationId integration,
        SubmissionId submission,
        Kind kind,
        int version,
        String contentHash,
        String label,
        Set<Protocol> protocols,
        boolean active,
        boolean held,
        Map<String, String> variables,
        InstalledApp app,
        SignOnSettings signOn,
        @Nullable String clientId,
        boolean scimCredentialsSet,
        boolean logoutEnabled,
        AccountId generatedBy,
        Instant generatedAt,
        Instant editedAt) {

    public Instance {
        protocols = Set.copyOf(protocols);
        variables = Map.copyOf(variables);
    }

    /** Which configuration the instance stands for. */
    public enum Kind {
        /** The submission as it is now. */
        CURRENT,
        /** The version that customers have. */
        PUBLISHED
    }

    /** The protocol with which the instance signs people in, if it does. */
    public Optional<Protocol> singleSignOn() {
        return protocols.stream().filter(Protocol::isSingleSignOn).findFirst();
    }

    /** Whether one instance serves both sign-on and provisioning (testing-rules 2). */
    public boolean isCombined() {
        return singleSignOn().isPresent() && protocols.contains(Protocol.SCIM);
    }

    /** Whether the instance has to do with the protocol. */
    public boolean has(Protocol protocol) {
        return protocols.contains(protocol);
    }
}
