package dev.oin.submission;

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
        @Nullable UniversalLogout ul) {

    public Configuration(
            @Nullable Catalog catalog,
            @Nullable List<Variable> variables,
            @Nullable Oidc oidc,
            @Nullable Saml saml,
            @Nullable Scim scim,
            @Nullable UniversalLogout ul) {
        this.catalog = catalog == null ? Catalog.empty() : catalog;
        this.variables = variables == null ? List.of() : List.copyOf(variables);
        this.oidc = oidc;
        this.saml = saml;
        this.scim = scim;
        this.ul = ul;
    }

    /** Nothing filled in yet. */
    public static Configuration empty() {
        return new Configuration(null, null, null, null, null, null);
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

    /** Section 7. */
    public record Saml(
            @Nullable String acsUrl,
            List<AcsEndpoint> acsEndpoints,
            @Nullable String audience,
            List<Attribute> attributes,
            List<GroupAttribute> groupAttributes,
            @Nullable String configGuideUrl) {

        public Saml(
                @Nullable String acsUrl,
                @Nullable List<AcsEndpoint> acsEndpoints,
                @Nullable String audience,
                @Nullable List<Attribute> attributes,
                @Nullable List<GroupAttribute> groupAttributes,
                @Nullable String configGuideUrl) {
            this.acsUrl = acsUrl;
            this.acsEndpoints = acsEndpoints == null ? List.of() : List.copyOf(acsEndpoints);
            this.audience = audience;
            this.attributes = attributes == null ? List.of() : List.copyOf(attributes);
            this.groupAttributes = groupAttributes == null ? List.of() : List.copyOf(groupAttributes);
            this.configGuideUrl = configGuideUrl;
        }
    }

    /** An assertion consumer service with an index. */
    public record AcsEndpoint(
            @Nullable String url, @Nullable Integer index) {}

    /** An attribute statement; {@code values} is a comma-separated list. */
    public record Attribute(@Nullable String name, @Nullable String values) {}

    /** A group attribute statement. */
    public record GroupAttribute(
            @Nullable String name,
            @Nullable NameFormat nameFormat,
            @Nullable Filter filter,
            @Nullable String expression) {

        /** The attribute's name format. */
        public enum NameFormat {
            UNSPECIFIED,
            URI,
            BASIC
        }

        /** How groups are chosen by their name. */
        public enum Filter {
            STARTS_WITH,
            EQUALS,
            CONTAINS,
            MATCHES_REGEX
        }
    }

    /** Section 8. */
    public record Scim(
            @Nullable String baseUrl,
            List<ScimObject> objects,
            @Nullable AuthMode authMode,
            Oauth oauth,
            List<UserOperation> userOps,
            List<GroupOperation> groupOps,
            @Nullable String configGuideUrl,
            Boolean usernameIsEmail,
            Integer groupPatchBatch,
            List<Mapping> mappings) {

        /** With the usual attribute mappings. */
        public Scim(
                @Nullable String baseUrl,
                @Nullable List<ScimObject> objects,
                @Nullable AuthMode authMode,
                @Nullable Oauth oauth,
                @Nullable List<UserOperation> userOps,
                @Nullable List<GroupOperation> groupOps,
                @Nullable String configGuideUrl,
                @Nullable Boolean usernameIsEmail,
                @Nullable Integer groupPatchBatch) {
            this(
                    baseUrl,
                    objects,
                    authMode,
                    oauth,
                    userOps,
                    groupOps,
                    configGuideUrl,
                    usernameIsEmail,
                    groupPatchBatch,
                    null);
        }

        public Scim(
                @Nullable String baseUrl,
                @Nullable List<ScimObject> objects,
                @Nullable AuthMode authMode,
                @Nullable Oauth oauth,
                @Nullable List<UserOperation> userOps,
                @Nullable List<GroupOperation> groupOps,
                @Nullable String configGuideUrl,
                @Nullable Boolean usernameIsEmail,
                @Nullable Integer groupPatchBatch,
                @Nullable List<Mapping> mappings) {
            this.baseUrl = baseUrl;
            this.objects = objects == null ? List.of(ScimObject.USERS) : List.copyOf(objects);
            this.authMode = authMode;
            this.oauth = oauth == null ? new Oauth(null, null, null, null) : oauth;
            this.userOps = userOps == null ? List.of(UserOperation.READ) : List.copyOf(userOps);
            this.groupOps = groupOps == null ? List.of() : List.copyOf(groupOps);
            this.configGuideUrl = configGuideUrl;
            this.usernameIsEmail = usernameIsEmail == null || usernameIsEmail;
            this.groupPatchBatch = groupPatchBatch == null ? 100 : groupPatchBatch;
            this.mappings = mappings == null ? Mapping.USUAL : List.copyOf(mappings);
        }

        /** Whether people are pushed into the app (testing-rules 2, C). */
        public boolean creates() {
            return userOps.contains(UserOperation.CREATE);
        }
    }

    /** Which attribute of one side fills which of the other (section 8.1). */
    public record Mapping(
            @Nullable Direction direction,
            @Nullable String source,
            @Nullable String target,
            @Nullable Scope scope,
            @Nullable Boolean required) {

        /** What the forms begin with: the attributes that every app must have. */
        static final List<Mapping> USUAL = Stream.of(
                        usual(Direction.TO_APP, "login", "userName"),
                        usual(Direction.TO_APP, "firstName", "name.givenName"),
                        usual(Direction.TO_APP, "lastName", "name.familyName"),
                        usual(Direction.TO_APP, "email", "emails"),
                        usual(Direction.TO_PLATFORM, "userName", "login"),
                        usual(Direction.TO_PLATFORM, "name.givenName", "firstName"),
                        usual(Direction.TO_PLATFORM, "name.familyName", "lastName"),
                        usual(Direction.TO_PLATFORM, "emails", "email"))
                .toList();

        /** What attribute statements call the attribute: the last part of its path. */
        public static String name(String target) {
            return target.replaceFirst("\\[.*$", "").replaceFirst("^.*[.:]", "");
        }

        private static Mapping usual(Direction direction, String source, String target) {
            return new Mapping(direction, source, target, Scope.USER_OR_GROUP, true);
        }

        /** From whom to whom a value goes. */
        public enum Direction {
            TO_APP,
            TO_PLATFORM
        }

        /** Who may set the value. */
        public enum Scope {
            USER_OR_GROUP,
            PERSONAL
        }
    }

    /** What is provisioned. */
    public enum ScimObject {
        USERS,
        GROUPS
    }

    /** How the provisioning client authenticates. */
    public enum AuthMode {
        HEADER,
        BEARER,
        OAUTH2
    }

    /** What the app can do with users. */
    public enum UserOperation {
        CREATE,
        READ,
        UPDATE,
        CHANGE_PASSWORD,
        DEACTIVATE,
        PATCH_USER,
        IMPORT_SCHEMA
    }

    /** What the app can do with groups. */
    public enum GroupOperation {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }

    /** OAuth 2 settings of the provisioning client; the client secret is kept apart. */
    public record Oauth(
            @Nullable String authorizeEndpoint,
            @Nullable String tokenEndpoint,
            @Nullable String clientId,
            @Nullable String scopes) {}

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
