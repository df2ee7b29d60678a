package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes instances by the rules of testing-rules 3, and tells what happened inside the transaction. */
@Component
class EditInstance implements ChangeInstance {

    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_TOKEN = 8192;
    private static final String HELD =
            "The OIN team works with this instance. It can be changed again when the submission is back with you.";
    private static final String BY_OAUTH =
            "This app authorizes by OAuth 2.0: use Authenticate on the instance's Provisioning page.";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final InstanceRows rows;
    private final Versions versions;
    private final InstallApp install;
    private final ScimCredentials credentials;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EditInstance(
            InstanceRows rows,
            Versions versions,
            InstallApp install,
            ScimCredentials credentials,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.install = install;
        this.credentials = credentials;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome relabel(InstanceId id, OrganizationId owner, String label) {
        var text = label.strip();
        return change(
                id,
                owner,
                instance -> text.isEmpty() || text.length() > LONGEST_LABEL
                        ? Outcome.Refused.because("label", "label.length", "A label has 1 to 100 characters.")
                        : edited(InstanceEdits.of(instance).label(text)));
    }

    @Override
    @Transactional
    public Outcome changeVariables(InstanceId id, OrganizationId owner, Map<String, String> variables) {
        return change(id, owner, instance -> {
            var content = versions.find(instance.integration(), instance.version())
                    .map(Version::content)
                    .orElseThrow(() -> new IllegalStateException("No version " + instance.version() + " of " + id));
            return switch (install.install(instance.integration(), content, instance.protocols(), variables)) {
                case Installation.Incomplete(var problems) -> new Outcome.Refused(problems);
                case Installation.Installed(var app) ->
                    edited(InstanceEdits.of(instance).app(variables, app));
            };
        });
    }

    @Override
    @Transactional
    public Outcome activate(InstanceId id, OrganizationId owner) {
        return change(id, owner, instance -> {
            events.publishEvent(new InstanceEvent.InstanceActivated(id));
            return saved(InstanceEdits.of(instance).active(true));
        });
    }

    @Override
    @Transactional
    public Outcome deactivate(InstanceId id, OrganizationId owner) {
        return change(id, owner, instance -> {
            events.publishEvent(new InstanceEvent.InstanceDeactivated(id));
            return saved(InstanceEdits.of(instance).active(false));
        });
    }

    @Override
    @Transactional
    public Outcome delete(InstanceId id, OrganizationId owner) {
        return change(id, owner, instance -> {
            if (instance.active()) {
                return Outcome.Refused.because(
                        "active", "testing-rules-3", "Deactivate the instance before you delete it.");
            }
            if (instance.kind() == Instance.Kind.PUBLISHED) {
                return Outcome.Refused.because(
                        "kind", "EL-8", "An instance of the published version cannot be deleted.");
            }
            rows.remove(id);
            events.publishEvent(new InstanceEvent.InstanceDeleted(id, instance.submission()));
            return new Outcome.Deleted();
        });
    }

    @Override
    @Transactional
    public Outcome connectScim(InstanceId id, OrganizationId owner, @Nullable String baseUrl, String token) {
        return change(id, owner, instance -> {
            var scim = instance.app().scim();
            if (scim == null) {
                return Outcome.Refused.because("scim", "scim.unknown", "This instance does not provision.");
            }
            if (scim.settings().authMode() == AuthMode.OAUTH2) {
                return Outcome.Refused.because("scim.token", "scim.token.oauth", BY_OAUTH);
            }
            if (token.isBlank()
                    || token.length() > LONGEST_TOKEN
                    || CONTROL.matcher(token.strip()).find()) {
                return Outcome.Refused.because(
                        "scim.token", "scim.token.length", "Enter the token: one line of at most 8192 characters.");
            }
            if (baseUrl != null && !WebAddress.isUsable(baseUrl)) {
                return Outcome.Refused.because("scim.base_url", "scim.base_url.format", "Enter a complete address.");
            }
            credentials.keep(id, token.strip());
            return edited(InstanceEdits.of(instance).scim(baseUrl == null ? scim.baseUrl() : baseUrl));
        });
    }

    @Override
    @Transactional
    public Outcome authorizeScim(InstanceId id, OrganizationId owner, Secret tokens) {
        return change(id, owner, instance -> {
            if (instance.app().scim() == null) {
                return Outcome.Refused.because("scim", "scim.unknown", "This instance does not provision.");
            }
            credentials.keep(id, tokens.reveal());
            return edited(InstanceEdits.of(instance));
        });
    }

    @Override
    @Transactional
    public Outcome disconnectScim(InstanceId id, OrganizationId owner) {
        return change(id, owner, instance -> {
            credentials.remove(id);
            return edited(InstanceEdits.of(instance));
        });
    }

    @Override
    @Transactional
    public Outcome enableLogout(InstanceId id, OrganizationId owner, boolean enabled) {
        return change(
                id,
                owner,
                instance -> instance.app().logout() == null
                        ? Outcome.Refused.because("logout", "logout.unknown", "This instance has no Universal Logout.")
                        : edited(InstanceEdits.of(instance).logout(enabled)));
    }

    @Override
    @Transactional
    public Outcome changeSignOn(InstanceId id, OrganizationId owner, SignOnSettings settings) {
        return change(id, owner, instance -> edited(InstanceEdits.of(instance).signOn(settings)));
    }

    private Outcome change(InstanceId id, OrganizationId owner, Function<Instance, Outcome> edit) {
        return rows.findForUpdate(id)
                .filter(instance -> instance.organization().equals(owner))
                .map(instance ->
                        instance.held() ? Outcome.Refused.because("instance", "held", HELD) : edit.apply(instance))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome edited(InstanceEdits edits) {
        var outcome = saved(edits, clock.instant());
        events.publishEvent(new InstanceEvent.InstanceEdited(edits.id()));
        return outcome;
    }

    /** Turning an instance off and on is no edit: its results count again afterwards (testing-rules 3). */
    private Outcome saved(InstanceEdits edits) {
        return saved(edits, edits.from().editedAt());
    }

    private Outcome saved(InstanceEdits edits, Instant editedAt) {
        var changed = edits.at(editedAt);
        rows.update(changed);
        return new Outcome.Changed(rows.find(changed.id()).orElse(changed));
    }
}
