package dev.oin.sandbox;

import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.InstalledApp.IndexedAcs;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Entitlements;
import dev.oin.submission.EvaluateExpressions;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import dev.oin.submission.expression.AttributeValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates the configuration that concerns an instance's protocols. */
@Component
class InstallApp {

    private final EvaluateExpressions expressions;

    InstallApp(EvaluateExpressions expressions) {
        this.expressions = expressions;
    }

    Installation install(
            IntegrationId integration, Content content, Set<Protocol> protocols, Map<String, String> variables) {
        var refusal = expressions.refusal(content, variables);
        if (refusal.isPresent()) {
            return new Installation.Incomplete(List.of(refusal.get()));
        }
        var fields = new EvaluatedFields(expressions.evaluate(integration, content, variables));
        var configuration = content.configuration();
        var name = configuration.catalog().displayName();
        var app = new InstalledApp(
                name == null || name.isBlank() ? "Untitled integration" : name,
                protocols.contains(Protocol.SAML) ? saml(configuration.saml(), fields) : null,
                protocols.contains(Protocol.OIDC) ? oidc(configuration.oidc(), fields) : null,
                protocols.contains(Protocol.SCIM) ? scim(content, fields) : null,
                logout(content, protocols, fields));
        return fields.problems().isEmpty()
                ? new Installation.Installed(app)
                : new Installation.Incomplete(fields.problems());
    }

    private static InstalledApp.Saml saml(@Nullable Saml saml, EvaluatedFields fields) {
        var form = saml == null ? new Saml(null, null, null, null, null, null) : saml;
        var indexed = new ArrayList<IndexedAcs>();
        for (var endpoint : form.acsEndpoints()) {
            var index = endpoint.index();
            var field = "saml.acs_endpoints[" + indexed.size() + "].url";
            indexed.add(new IndexedAcs(index == null ? 0 : index, fields.required(field)));
        }
        return new InstalledApp.Saml(
                fields.required("saml.acs_url"),
                indexed,
                fields.required("saml.audience"),
                attributes(form, fields),
                form.groupAttributes(),
                form.configGuideUrl());
    }

    private static List<InstalledApp.Attribute> attributes(Saml form, EvaluatedFields fields) {
        var attributes = new ArrayList<InstalledApp.Attribute>();
        for (var row = 0; row < form.attributes().size(); row++) {
            var name = form.attributes().get(row).name();
            var values = form.attributes().get(row).values();
            if (name != null && values != null) {
                fields.required("saml.attributes[%d].values".formatted(row));
                attributes.add(new InstalledApp.Attribute(name, AttributeValues.split(values)));
            }
        }
        return attributes;
    }

    private static InstalledApp.Oidc oidc(Configuration.@Nullable Oidc oidc, EvaluatedFields fields) {
        var form = oidc == null ? new Configuration.Oidc(null, null, null, null, null, null) : oidc;
        return new InstalledApp.Oidc(
                fields.all("oidc.redirect_uris", form.redirectUris().size(), true),
                fields.optional("oidc.initiate_login_uri"),
                fields.all("oidc.post_logout_uris", form.postLogoutUris().size(), false),
                form.scopes(),
                form.configGuideUrl());
    }

    private static InstalledApp.Scim scim(Content content, EvaluatedFields fields) {
        var scim = content.configuration().scim();
        var form = scim == null ? new Scim(null, null, null, null, null, null, null, null, null) : scim;
        return new InstalledApp.Scim(
                fields.required("scim.base_url"),
                form,
                fields.optional("scim.oauth.authorize_endpoint"),
                fields.optional("scim.oauth.token_endpoint"),
                content.has(Protocol.ENTITLEMENTS)
                        ? Objects.requireNonNullElseGet(content.configuration().ent(), () -> new Entitlements(null))
                        : null);
    }

    private static InstalledApp.@Nullable Logout logout(
            Content content, Set<Protocol> protocols, EvaluatedFields fields) {
        var form = content.configuration().ul();
        var signsIn = !Protocol.singleSignOn(protocols).isEmpty();
        if (!content.has(Protocol.UNIVERSAL_LOGOUT) || !signsIn || form == null) {
            return null;
        }
        return new InstalledApp.Logout(fields.required("ul.endpoint"), form.subjectFormat(), form.partial());
    }
}
