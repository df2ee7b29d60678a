package dev.oin.sandbox;

import dev.oin.submission.Configuration;
import dev.oin.submission.Entitlements;
import dev.oin.submission.Saml.GroupAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a version of an integration comes to once it is installed: every expression evaluated with the instance's variables. */
public record InstalledApp(
        String name,
        @Nullable Saml saml,
        @Nullable Oidc oidc,
        @Nullable Scim scim,
        @Nullable Logout logout) {

    /** The SAML service provider that the instance signs in to. */
    public record Saml(
            String acsUrl,
            List<IndexedAcs> indexedAcs,
            String audience,
            List<Attribute> attributes,
            List<GroupAttribute> groupAttributes,
            @Nullable String configGuideUrl) {

        public Saml {
            indexedAcs = List.copyOf(indexedAcs);
            attributes = List.copyOf(attributes);
            groupAttributes = List.copyOf(groupAttributes);
        }
    }

    /** An assertion consumer service with an index. */
    public record IndexedAcs(int index, String url) {}

    /** An attribute statement with its values, each a literal or an expression on the person. */
    public record Attribute(String name, List<String> values) {

        public Attribute {
            values = List.copyOf(values);
        }
    }

    /** The OpenID Connect client that the instance is. */
    public record Oidc(
            List<String> redirectUris,
            @Nullable String initiateLoginUri,
            List<String> postLogoutUris,
            List<String> scopes,
            @Nullable String configGuideUrl) {

        public Oidc {
            redirectUris = List.copyOf(redirectUris);
            postLogoutUris = List.copyOf(postLogoutUris);
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * The SCIM server that the instance provisions; {@code settings} are those of the submission.
     *
     * @param entitlements which roles and entitlements it offers; null without entitlement management
     */
    public record Scim(
            String baseUrl,
            dev.oin.submission.Scim settings,
            @Nullable String authorizeEndpoint,
            @Nullable String tokenEndpoint,
            @Nullable Entitlements entitlements) {}

    /** The endpoint that ends sessions. */
    public record Logout(String endpoint, Configuration.SubjectFormat subjectFormat, boolean partial) {}
}
