package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import java.time.Instant;
import java.util.Map;

/** An instance while it is being changed. */
record InstanceEdits(
        Instance from,
        String label,
        boolean active,
        Map<String, String> variables,
        InstalledApp app,
        SignOnSettings signOn,
        boolean logoutEnabled) {

    static InstanceEdits of(Instance instance) {
        return new InstanceEdits(
                instance,
                instance.label(),
                instance.active(),
                instance.variables(),
                instance.app(),
                instance.signOn(),
                instance.logoutEnabled());
    }

    InstanceId id() {
        return from.id();
    }

    InstanceEdits label(String other) {
        return new InstanceEdits(from, other, active, variables, app, signOn, logoutEnabled);
    }

    InstanceEdits active(boolean other) {
        return new InstanceEdits(from, label, other, variables, app, signOn, logoutEnabled);
    }

    InstanceEdits app(Map<String, String> values, InstalledApp other) {
        return new InstanceEdits(from, label, active, values, other, signOn, logoutEnabled);
    }

    InstanceEdits scim(String baseUrl) {
        var scim = app.scim();
        var moved = scim == null
                ? null
                : new InstalledApp.Scim(
                        baseUrl, scim.settings(), scim.authorizeEndpoint(), scim.tokenEndpoint(), scim.entitlements());
        var other = new InstalledApp(app.name(), app.saml(), app.oidc(), moved, app.logout());
        return new InstanceEdits(from, label, active, variables, other, signOn, logoutEnabled);
    }

    InstanceEdits signOn(SignOnSettings other) {
        return new InstanceEdits(from, label, active, variables, app, other, logoutEnabled);
    }

    InstanceEdits logout(boolean enabled) {
        return new InstanceEdits(from, label, active, variables, app, signOn, enabled);
    }

    Instance at(Instant editedAt) {
        return new Instance(
                from.id(),
                from.organization(),
                from.integration(),
                from.submission(),
                from.kind(),
                from.version(),
                from.contentHash(),
                label,
                from.protocols(),
                active,
                from.held(),
                variables,
                app,
                signOn,
                from.clientId(),
                from.scimCredentialsSet(),
                logoutEnabled,
                from.generatedBy(),
                from.generatedAt(),
                editedAt);
    }
}
