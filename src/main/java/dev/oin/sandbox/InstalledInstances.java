package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.submission.Version;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads instances and judges whether they still stand for what the ISV hands in. */
@Component
class InstalledInstances implements Instances {

    private static final int PEM_LINE = 64;

    private final InstanceRows rows;
    private final Submissions submissions;
    private final LiveVersion live;
    private final SandboxAddresses addresses;
    private final SigningKeys keys;

    InstalledInstances(
            InstanceRows rows,
            Submissions submissions,
            LiveVersion live,
            SandboxAddresses addresses,
            SigningKeys keys) {
        this.rows = rows;
        this.submissions = submissions;
        this.live = live;
        this.addresses = addresses;
        this.keys = keys;
    }

    @Override
    public Optional<Instance> find(InstanceId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Instance> find(InstanceId id, OrganizationId owner) {
        return rows.find(id).filter(instance -> instance.organization().equals(owner));
    }

    @Override
    public List<Instance> of(SubmissionId submission) {
        return submissions
                .find(submission)
                .map(found -> rows.of(found.integration()))
                .orElse(List.of());
    }

    @Override
    public Eligibility eligibility(Instance instance) {
        return switch (instance.kind()) {
            case CURRENT ->
                isMadeFrom(submissions.newest(instance.integration()).map(Submission::contentHash), instance)
                        ? new Eligibility.Eligible()
                        : new Eligibility.Ineligible("The integration was changed after version " + instance.version()
                                + ", from which this instance was made. Generate a new one.");
            case PUBLISHED ->
                isMadeFrom(live.of(instance.integration()).map(Version::hash), instance)
                        ? new Eligibility.Eligible()
                        : new Eligibility.Ineligible(
                                "Another version than %d is published now.".formatted(instance.version()));
        };
    }

    private static boolean isMadeFrom(Optional<String> hash, Instance instance) {
        return hash.filter(instance.contentHash()::equals).isPresent();
    }

    @Override
    public InstanceAddresses addresses(Instance instance) {
        return new InstanceAddresses(
                instance.has(Protocol.SAML) ? saml(instance) : null,
                instance.clientId() == null ? null : oidc(instance, instance.clientId()));
    }

    private InstanceAddresses.Saml saml(Instance instance) {
        return new InstanceAddresses.Saml(
                addresses.samlEntityId(instance.organization(), instance.id()),
                addresses.samlSso(instance.organization(), instance.id()),
                addresses.samlMetadata(instance.organization(), instance.id()),
                pem(keys.of(instance.organization()).certificate()));
    }

    private InstanceAddresses.Oidc oidc(Instance instance, String clientId) {
        var issuer = addresses.issuer(instance.organization());
        return new InstanceAddresses.Oidc(issuer, issuer + "/.well-known/openid-configuration", clientId);
    }

    private static String pem(X509Certificate certificate) {
        try {
            var encoder = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n" + encoder.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
