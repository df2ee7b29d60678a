package dev.oin.sample.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the application is connected to an identity provider; every part may be missing.
 *
 * @param second the SAML identity provider of a second tenant, whose people start there
 */
public record Connection(
        @Nullable String tenant,
        @Nullable Saml saml,
        @Nullable Oidc oidc,
        @Nullable Scim scim,
        @Nullable Logout logout,
        @Nullable Boolean jit,
        @Nullable Saml second,
        @Nullable Set<Weakness> weaknesses) {

    /** The SAML identity provider, by the metadata it published. */
    public record Saml(
            @JsonProperty("metadata_url") @Nullable String metadataUrl,
            @JsonProperty("metadata_xml") @Nullable String metadataXml,
            @JsonProperty("sign_requests") @Nullable Boolean signRequests,
            @JsonProperty("force_authn") @Nullable Boolean forceAuthn) {

        public boolean signsRequests() {
            return Boolean.TRUE.equals(signRequests);
        }

        public boolean forcesSignIn() {
            return Boolean.TRUE.equals(forceAuthn);
        }
    }

    /** The OpenID Provider and this application's registration at it. */
    public record Oidc(
            String issuer,
            @JsonProperty("client_id") String clientId,
            @JsonProperty("client_secret") @Nullable String clientSecret,
            @JsonProperty("auth_method") @Nullable String authMethod) {

        public Oidc {
            List<String> missing = new java.util.ArrayList<>();
            if (issuer == null || issuer.isBlank()) {
                missing.add("oidc.issuer");
            }
            if (clientId == null || clientId.isBlank()) {
                missing.add("oidc.client_id");
            }
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(String.join(" and ", missing) + " must be given");
            }
            if (authMethod != null && !List.of("basic", "post").contains(authMethod)) {
                throw new IllegalArgumentException("oidc.auth_method is basic or post, not " + authMethod);
            }
        }
    }

    /** The secret of the SCIM client, and its authorization where that is by OAuth 2.0 instead. */
    public record Scim(@Nullable String token, @Nullable Oauth oauth) {}

    /** The client that provisions with tokens of our own authorization server; what is missing is made. */
    public record Oauth(
            @JsonProperty("redirect_uri") String redirectUri,
            @JsonProperty("client_id") @Nullable String clientId,
            @JsonProperty("client_secret") @Nullable String clientSecret,
            @JsonProperty("admin_password") @Nullable String adminPassword,
            @JsonProperty("access_token_seconds") @Nullable Integer accessTokenSeconds) {

        public Oauth {
            if (redirectUri == null || redirectUri.isBlank()) {
                throw new IllegalArgumentException("scim.oauth.redirect_uri must be given");
            }
        }
    }

    /** Who may revoke sessions; what is missing follows from the sign-in connections. */
    public record Logout(
            @Nullable String issuer,
            @Nullable String audience,
            @JsonProperty("jwks_uri") @Nullable String jwksUri,
            @Nullable String subject) {}

    public boolean createsPeople() {
        return !Boolean.FALSE.equals(jit);
    }

    public boolean has(Weakness weakness) {
        return weaknesses != null && weaknesses.contains(weakness);
    }
}
