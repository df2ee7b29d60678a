package dev.oin.submission;

import dev.oin.kernel.Protocol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Page 2 of the wizard: catalog properties, variables, and one section per chosen protocol (submission-rules 4 to 10). */
public record Configuration(
        Catalog catalog,
        List<Variable> variables,
        @Nullable Oidc oidc,
        @Nullable Saml saml,
        @Nullable Scim scim,
        @Nullable Entitlements ent,
        @Nullable UniversalLogout ul) {

    /** Without entitlement management. */
    public Configuration(
            @Nullable Catalog catalog,
            @Nullable List<Variable> variables,
            @Nullable Oidc oidc,
            @Nullable Saml saml,
            @Nullable Scim scim,
            @Nullable UniversalLogout ul) {
        this(catalog, variables, oidc, saml, scim, null, ul);
    }

    public Configuration(
            @Nullable Catalog catalog,
            @Nullable List<Variable> variables,
            @Nullable Oidc oidc,
            @Nullable Saml saml,
            @Nullable Scim scim,
            @Nullable Entitlements ent,
            @Nullable UniversalLogout ul) {
        this.catalog = catalog == null ? Catalog.empty() : catalog;
        this.variables = variables == null ? List.of() : List.copyOf(variables);
        this.oidc = oidc;
        this.saml = saml;
        this.scim = scim;
        this.ent = ent;
        this.ul = ul;
    }

    /** Nothing filled in yet. */
    public static Configuration empty() {
        return new Configuration(null, null, null, null, null, null);
    }

    /** With what is chosen beforehand in the protocols' sections that nobody saved yet. */
    public Configuration begun(Set<Protocol> protocols) {
        return new Configuration(
                catalog,
                variables,
                oidc == null && protocols.contains(Protocol.OIDC) ? new Oidc(null, null, null, null, null, null) : oidc,
                saml,
                scim == null && protocols.contains(Protocol.SCIM)
                        ? new Scim(null, null, null, null, null, null, null, null, null)
                        : scim,
                ent == null && protocols.contains(Protocol.ENTITLEMENTS) ? new Entitlements(null) : ent,
                ul == null && protocols.contains(Protocol.UNIVERSAL_LOGOUT)
                        ? new UniversalLogout(null, null, null)
                        : ul);
    }

    /** What expressions can call the variables. */
    public Set<String> variableNames() {
        return variables.stream()
                .flatMap(variable -> Stream.ofNullable(variable.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the catalog shows (section 4). */
    public record Catalog(
            @Nullable String displayName,
            @Nullable String description,
            List<String> useCases,
            PublicSupport publicSupport,
            @Nullable String appWebsite) {

        public Catalog(
                @Nullable String displayName,
                @Nullable String description,
                @Nullable List<String> useCases,
                @Nullable PublicSupport publicSupport,
                @Nullable String appWebsite) {
            this.displayName = displayName;
            this.description = description;
            this.useCases = useCases == null ? List.of() : List.copyOf(useCases);
            this.publicSupport = publicSupport == null ? new PublicSupport(null, null, null) : publicSupport;
            this.appWebsite = appWebsite;
        }

        static Catalog empty() {
            return new Catalog(null, null, null, null, null);
        }
    }

    /** Where customers find help. */
    public record PublicSupport(
            @Nullable String link,
            @Nullable String email,
            @Nullable String phone) {}

    /** A value that the customer's administrator enters at installation (section 5). */
    public record Variable(@Nullable String label, @Nullable String name) {}

    /** Section 6. */
    public record Oidc(
            List<String> redirectUris,
            @Nullable String initiateLoginUri,
            List<String> postLogoutUris,
            @Nullable String configGuideUrl,
            List<String> scopes,
            @Nullable Boolean serverSideConfirmed) {

        public Oidc(
                @Nullable List<String> redirectUris,
                @Nullable String initiateLoginUri,
                @Nullable List<String> postLogoutUris,
                @Nullable String configGuideUrl,
                @Nullable List<String> scopes,
                @Nullable Boolean serverSideConfirmed) {
            this.redirectUris = redirectUris == null ? List.of() : List.copyOf(redirectUris);
            this.initiateLoginUri = initiateLoginUri;
            this.postLogoutUris = postLogoutUris == null ? List.of() : List.copyOf(postLogoutUris);
            this.configGuideUrl = configGuideUrl;
            this.scopes = scopes == null ? List.of("openid", "profile", "email") : List.copyOf(scopes);
            this.serverSideConfirmed = serverSideConfirmed;
        }
    }

    /** Section 10. */
    public record UniversalLogout(@Nullable String endpoint, SubjectFormat subjectFormat, Boolean partial) {

        public UniversalLogout(
                @Nullable String endpoint, @Nullable SubjectFormat subjectFormat, @Nullable Boolean partial) {
            this.endpoint = endpoint;
            this.subjectFormat = subjectFormat == null ? SubjectFormat.EMAIL : subjectFormat;
            this.partial = partial != null && partial;
        }
    }

    /** How the person is named in a revocation call. */
    public enum SubjectFormat {
        EMAIL,
        ISS_SUB
    }
}
