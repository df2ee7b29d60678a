package dev.oin.submission;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SCIM section of page 2 (submission-rules 8); the OAuth client secret is kept apart. */
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
}
