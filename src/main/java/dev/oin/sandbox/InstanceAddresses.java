package dev.oin.sandbox;

import org.jspecify.annotations.Nullable;

/** Where an app finds the identity provider for one instance. */
public record InstanceAddresses(
        @Nullable Saml saml, @Nullable Oidc oidc) {

    /** What a SAML service provider is configured with. */
    public record Saml(String issuer, String ssoUrl, String metadataUrl, String certificatePem) {}

    /** What an OpenID Connect client is configured with. */
    public record Oidc(String issuer, String discoveryUrl, String clientId) {}
}
