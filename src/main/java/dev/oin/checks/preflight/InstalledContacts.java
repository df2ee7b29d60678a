package dev.oin.checks.preflight;

import dev.oin.checks.preflight.Contacts.InstalledAddresses;
import dev.oin.checks.preflight.Contacts.ScimContact;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.logout.UniversalLogout;
import dev.oin.sandbox.scim.Provisioning;
import dev.oin.sandbox.scim.Provisioning.Connection;
import dev.oin.submission.Content;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses that an instance is made of. */
@Component
class InstalledContacts {

    private final Versions versions;
    private final Provisioning provisioning;

    InstalledContacts(Versions versions, Provisioning provisioning) {
        this.versions = versions;
        this.provisioning = provisioning;
    }

    InstalledAddresses of(Instance instance) {
        var tests = versions.find(instance.integration(), instance.version())
                .map(Version::content)
                .map(Content::testInformation)
                .orElseThrow(() -> new IllegalStateException("The version of " + instance.id() + " is gone"));
        var oidc = instance.app().oidc();
        var saml = instance.app().saml();
        return new InstalledAddresses(
                instance.label(),
                oidc == null ? List.of() : addresses(oidc.redirectUris().stream()),
                saml == null ? List.of() : acsUrls(saml),
                oidc == null ? null : address(tests.oidcTest().spUrl()),
                saml == null ? null : address(tests.samlTest().spUrl()),
                oidc == null ? null : address(oidc.initiateLoginUri()),
                saml == null ? null : saml.audience(),
                scim(instance),
                UniversalLogout.endpoint(instance).orElse(null));
    }

    private static List<URI> acsUrls(InstalledApp.Saml saml) {
        return addresses(Stream.concat(
                Stream.of(saml.acsUrl()), saml.indexedAcs().stream().map(InstalledApp.IndexedAcs::url)));
    }

    private @Nullable ScimContact scim(Instance instance) {
        var scim = instance.app().scim();
        if (scim == null) {
            return null;
        }
        return switch (provisioning.connection(instance)) {
            case Connection.Connected(var server) ->
                new ScimContact(server.base(), server.authorization().reveal(), null);
            case Connection.NotConnected(var reason) -> new ScimContact(URI.create(scim.baseUrl()), null, reason);
        };
    }

    private static List<URI> addresses(Stream<String> texts) {
        return texts.map(InstalledContacts::address).filter(Objects::nonNull).toList();
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : URI.create(text.strip());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
