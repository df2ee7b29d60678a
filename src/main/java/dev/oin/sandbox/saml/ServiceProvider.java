package dev.oin.sandbox.saml;

import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.NameIdFormat;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The app as the identity provider knows it.
 *
 * @param defaultFormat the name identifier format where the request asks for none
 * @param certificates with which its requests' signatures are verified; empty where none are known
 */
record ServiceProvider(
        InstalledApp.Saml app,
        NameIdFormat defaultFormat,
        boolean honoursForceAuthn,
        List<X509Certificate> certificates) {

    String entityId() {
        return app.audience();
    }

    String defaultAcs() {
        return app.acsUrl();
    }

    /** The registered address with the index. */
    Optional<String> acs(int index) {
        return app.indexedAcs().stream()
                .filter(acs -> acs.index() == index)
                .map(InstalledApp.IndexedAcs::url)
                .findFirst();
    }

    /** Whether the address is registered, to the letter. */
    boolean hasAcs(String url) {
        return app.acsUrl().equals(url)
                || app.indexedAcs().stream().anyMatch(acs -> acs.url().equals(url));
    }
}
