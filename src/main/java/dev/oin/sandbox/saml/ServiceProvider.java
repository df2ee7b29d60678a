package dev.oin.sandbox.saml;

import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.NameIdFormat;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** All registered addresses, the default one first. */
    List<String> acsUrls() {
        return Stream.concat(Stream.of(defaultAcs()), app.indexedAcs().stream().map(InstalledApp.IndexedAcs::url))
                .distinct()
                .toList();
    }

    /**
     * The address with the index. Index 0 is the default address where no other has it, and so is every index of an app that registered one address only: the index is that of
     * the app's metadata, which the submission's form does not ask for (Core 3.4.1).
     */
    Optional<String> acs(int index) {
        return app.indexedAcs().stream()
                .filter(acs -> acs.index() == index)
                .map(InstalledApp.IndexedAcs::url)
                .findFirst()
                .or(() -> isDefault(index) ? Optional.of(defaultAcs()) : Optional.empty());
    }

    /** Whether the index is taken for the default address's, though it was not registered. */
    boolean isDefault(int index) {
        return app.indexedAcs().isEmpty()
                || index == 0 && app.indexedAcs().stream().noneMatch(acs -> acs.index() == 0);
    }

    /** Whether the address is registered, to the letter. */
    boolean hasAcs(String url) {
        return app.acsUrl().equals(url)
                || app.indexedAcs().stream().anyMatch(acs -> acs.url().equals(url));
    }
}
