package dev.oin.web.portal;

import dev.oin.account.Organizations;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.ImportSafeguards;
import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.ScimCredentials;
import dev.oin.sandbox.scim.AuthorizeScim;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.submission.Scim.Mapping;
import dev.oin.submission.Scim.Mapping.Direction;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Flash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws up the Provisioning tab of an instance. */
@Component
class ProvisioningViews {

    private final ScimCredentials credentials;
    private final AuthorizeScim authorize;
    private final Organizations organizations;
    private final InstanceEffects effects;
    private final ImportSafeguards safeguards;

    ProvisioningViews(
            ScimCredentials credentials,
            AuthorizeScim authorize,
            Organizations organizations,
            InstanceEffects effects,
            ImportSafeguards safeguards) {
        this.credentials = credentials;
        this.authorize = authorize;
        this.organizations = organizations;
        this.effects = effects;
        this.safeguards = safeguards;
    }

    /** The tab. */
    record Page(
            String integration,
            String label,
            String app,
            String path,
            String tokenPath,
            String back,
            String sandboxPath,
            String baseUrl,
            Chip chip,
            @Nullable String trouble,
            @Nullable Instant acceptedAt,
            boolean set,
            boolean held,
            String effect,
            @Nullable String sentAs,
            @Nullable Oauth oauth,
            List<String> operations,
            List<MappingRow> toApp,
            List<MappingRow> fromApp,
            int safeguard) {}

    /** The app's authorization server. */
    record Oauth(String redirectUri, String authorizeEndpoint, String tokenEndpoint, String clientId, String scopes) {}

    /** Which attribute fills which. */
    record MappingRow(String from, String to, boolean required, boolean personal) {}

    Page of(Submission submission, Instance instance) {
        var scim = instance.app().scim();
        if (scim == null) {
            throw new Missing();
        }
        var ended = credentials.ended(instance.id()).orElse(null);
        var path = path(submission.id().value(), instance);
        var mode = scim.settings().authMode();
        return new Page(
                submission.displayName(),
                instance.label(),
                instance.app().name(),
                path,
                path.replaceFirst("/provisioning$", "/scim"),
                "/submissions/%s/testing#instance-%s".formatted(submission.id(), instance.id()),
                "/sandbox/%s#instance-%s"
                        .formatted(organizations.get(instance.organization()).slug(), instance.id()),
                scim.baseUrl(),
                chip(instance, ended),
                ended,
                credentials.acceptedAt(instance.id()).orElse(null),
                instance.scimCredentialsSet(),
                instance.held(),
                effects.ofEdit(instance),
                mode == null || mode == AuthMode.OAUTH2 ? null : sentAs(mode),
                mode == AuthMode.OAUTH2 ? oauth(scim) : null,
                operations(scim.settings()),
                mappings(scim.settings(), Direction.TO_APP),
                mappings(scim.settings(), Direction.TO_PLATFORM),
                safeguards.of(instance.id()));
    }

    private Oauth oauth(InstalledApp.Scim scim) {
        var oauth = scim.settings().oauth();
        return new Oauth(
                authorize.redirectUri().toString(),
                words(scim.authorizeEndpoint()),
                words(scim.tokenEndpoint()),
                words(oauth.clientId()),
                words(oauth.scopes()));
    }

    private static String words(@Nullable String text) {
        return text == null || text.isBlank() ? "none" : text;
    }

    private static Chip chip(Instance instance, @Nullable String ended) {
        if (ended != null) {
            return new Chip("turn", "warning", "Ended");
        }
        return instance.scimCredentialsSet()
                ? new Chip("good", "check", "Connected")
                : new Chip("neutral", "minus", "Not connected");
    }

    private static String sentAs(AuthMode mode) {
        return mode == AuthMode.HEADER ? "Authorization: {token}" : "Authorization: Bearer {token}";
    }

    private static List<String> operations(Scim settings) {
        return settings.userOps().stream()
                .map(operation -> switch (operation) {
                    case CREATE -> "Create users";
                    case READ -> "Read users";
                    case UPDATE -> "Update user attributes";
                    case CHANGE_PASSWORD -> "Change passwords";
                    case DEACTIVATE -> "Deactivate users";
                    case PATCH_USER -> "Update by PATCH";
                    case IMPORT_SCHEMA -> "Import the user schema";
                })
                .toList();
    }

    private static List<MappingRow> mappings(Scim settings, Direction direction) {
        return settings.mappings().stream()
                .filter(mapping -> mapping.direction() == direction)
                .map(mapping -> new MappingRow(
                        words(mapping.source()),
                        words(mapping.target()),
                        Boolean.TRUE.equals(mapping.required()),
                        mapping.scope() == Mapping.Scope.PERSONAL))
                .toList();
    }

    /** Back to the instance's page, with a message. */
    static String back(UUID submission, Instance instance, Flash flash, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:" + path(submission, instance);
    }

    static String path(UUID submission, Instance instance) {
        return path(submission, instance.id());
    }

    static String path(UUID submission, InstanceId instance) {
        return "/submissions/%s/instances/%s/provisioning".formatted(submission, instance);
    }
}
