package dev.oin.sandbox.saml;

import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.SigningKeys;
import java.util.List;
import org.springframework.stereotype.Component;

/** The two sides of an instance. */
@Component
final class SamlParties {

    private final SandboxAddresses addresses;
    private final SigningKeys keys;

    SamlParties(SandboxAddresses addresses, SigningKeys keys) {
        this.addresses = addresses;
        this.keys = keys;
    }

    IdentityProvider provider(Instance instance) {
        return new IdentityProvider(
                addresses.samlEntityId(instance.organization(), instance.id()),
                addresses.samlSso(instance.organization(), instance.id()),
                keys.of(instance.organization()));
    }

    ServiceProvider app(Instance instance) {
        return new ServiceProvider(
                saml(instance),
                instance.signOn().nameIdFormat(),
                instance.signOn().honoursForceAuthn(),
                List.of());
    }

    private static InstalledApp.Saml saml(Instance instance) {
        var saml = instance.app().saml();
        if (saml == null) {
            throw new IllegalStateException("Instance " + instance.id() + " has no SAML settings");
        }
        return saml;
    }
}
