package dev.oin.web.api;

import dev.oin.checks.logout.LogoutRecords;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.Eligibility;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.InstanceAddresses;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Scim.AuthMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the API shows an instance. */
@Component
class InstanceAnswers {

    private final Instances instances;
    private final LogoutRecords records;

    InstanceAnswers(Instances instances, LogoutRecords records) {
        this.instances = instances;
        this.records = records;
    }

    Answer show(Instance instance) {
        return show(instance, null);
    }

    Answer show(Instance instance, @Nullable String clientSecret) {
        var addresses = instances.addresses(instance);
        var app = instance.app();
        var eligibility = instances.eligibility(instance);
        return new Answer(
                instance.id(),
                instance.submission(),
                instance.label(),
                instance.kind(),
                instance.version(),
                new TreeSet<>(instance.protocols()),
                eligibility.isEligible(),
                eligibility instanceof Eligibility.Ineligible(var because) ? because : null,
                instance.active(),
                instance.held(),
                instance.variables(),
                Evaluated.of(app),
                saml(addresses.saml()),
                oidc(addresses.oidc(), clientSecret),
                scim(instance),
                app.logout() == null
                        ? null
                        : new Logout(
                                instance.logoutEnabled(),
                                app.logout().endpoint(),
                                records.latest(instance.id())
                                        .map(LogoutRecordAnswer::of)
                                        .orElse(null)),
                instance.generatedAt());
    }

    private static @Nullable Saml saml(InstanceAddresses.@Nullable Saml saml) {
        return saml == null
                ? null
                : new Saml(saml.issuer(), saml.ssoUrl(), null, saml.metadataUrl(), saml.certificatePem());
    }

    private static @Nullable Oidc oidc(InstanceAddresses.@Nullable Oidc oidc, @Nullable String clientSecret) {
        return oidc == null ? null : new Oidc(oidc.issuer(), oidc.discoveryUrl(), oidc.clientId(), clientSecret);
    }

    private static @Nullable Scim scim(Instance instance) {
        var scim = instance.app().scim();
        return scim == null
                ? null
                : new Scim(scim.baseUrl(), scim.settings().authMode(), instance.scimCredentialsSet());
    }

    record Answer(
            InstanceId id,
            SubmissionId submissionId,
            String label,
            Instance.Kind kind,
            int version,
            Set<Protocol> protocols,
            boolean eligible,
            @Nullable String ineligibleBecause,
            boolean active,
            boolean held,
            Map<String, String> variables,
            Evaluated evaluated,
            @Nullable Saml saml,
            @Nullable Oidc oidc,
            @Nullable Scim scim,
            @Nullable Logout logout,
            Instant generatedAt) {}

    record Evaluated(
            @Nullable String acsUrl,
            @Nullable String audience,
            List<String> redirectUris,
            @Nullable String initiateLoginUri,
            List<String> postLogoutUris,
            @Nullable String baseUrl,
            @Nullable String logoutEndpoint) {

        static Evaluated of(InstalledApp app) {
            return new Evaluated(
                    app.saml() == null ? null : app.saml().acsUrl(),
                    app.saml() == null ? null : app.saml().audience(),
                    app.oidc() == null ? List.of() : app.oidc().redirectUris(),
                    app.oidc() == null ? null : app.oidc().initiateLoginUri(),
                    app.oidc() == null ? List.of() : app.oidc().postLogoutUris(),
                    app.scim() == null ? null : app.scim().baseUrl(),
                    app.logout() == null ? null : app.logout().endpoint());
        }
    }

    record Saml(String issuer, String ssoUrl, @Nullable String sloUrl, String metadataUrl, String certificatePem) {}

    record Oidc(
            String issuer,
            String discoveryUrl,
            String clientId,
            @Nullable String clientSecret) {}

    record Scim(String baseUrl, @Nullable AuthMode authMode, boolean credentialsSet) {}

    /**
     * Universal Logout.
     *
     * @param manualTest what somebody saw who tested it by hand last; null where nobody did
     */
    record Logout(
            boolean enabled, String endpoint, @Nullable LogoutRecordAnswer manualTest) {}
}
