package dev.oin.submission;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Saml.GroupAttribute;
import dev.oin.submission.Scim.Mapping;
import dev.oin.submission.expression.AttributeValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Rules that look at more than one field. */
final class CrossRules {

    private static final int MOST_USE_CASES = 3;
    private final Content content;
    private final FieldValues values;
    private final List<Problem> problems = new ArrayList<>();

    private CrossRules(Content content, FieldValues values) {
        this.content = content;
        this.values = values;
    }

    static List<Problem> problems(Content content, FieldValues values) {
        var rules = new CrossRules(content, values);
        rules.protocols();
        rules.catalog();
        rules.variables();
        rules.lists();
        rules.oidc();
        rules.saml();
        rules.problems.addAll(ProvisioningRules.problems(content, values));
        rules.guides();
        return rules.problems;
    }

    private void protocols() {
        var signsIn = !content.singleSignOn().isEmpty();
        if (!signsIn && content.has(Protocol.UNIVERSAL_LOGOUT)) {
            error("protocols", "PR-2", "Universal Logout needs SAML 2.0 or OIDC sign-on in the same submission.");
        }
        if (!signsIn && !content.has(Protocol.SCIM)) {
            error("protocols", "PR-1", "Select at least one protocol.");
        }
        if (content.has(Protocol.ENTITLEMENTS) && !content.has(Protocol.SCIM)) {
            error("protocols", "PR-3", "Entitlement management needs SCIM provisioning.");
        }
    }

    private void catalog() {
        var catalog = content.configuration().catalog();
        if (catalog.useCases().size() > MOST_USE_CASES) {
            error("use_cases", "X-7", "Choose at most three use cases.");
        }
        logo(content.logo());
        var support = catalog.publicSupport();
        if (support.link() == null && support.email() == null && support.phone() == null) {
            error(
                    "public_support.link",
                    "public_support.required",
                    "Enter a public support link, e-mail address or phone number.");
        }
    }

    private void logo(@Nullable Logo logo) {
        if (logo != null) {
            problems.addAll(PreviewLogo.hints(logo));
        }
    }

    private void variables() {
        unique("variables[].name", "Each variable needs a name of its own.");
    }

    private void lists() {
        for (var list : Fields.lists()) {
            if (!list.section().appliesTo(content) || list.key().equals("variables")) {
                continue;
            }
            var size = values.sizeOf(list);
            if (list.required() && size == 0) {
                error(list.key(), list.key() + ".required", "Enter at least one %s.".formatted(list.one()));
            }
            if (size > list.most()) {
                error(
                        list.key(),
                        list.key() + ".length",
                        "There may be at most %d: %s.".formatted(list.most(), list.label()));
            }
        }
    }

    private void oidc() {
        var oidc = content.configuration().oidc();
        if (content.has(Protocol.OIDC)) {
            unique("oidc.redirect_uris[]", "This redirect URI is in the list twice.");
            unique("oidc.post_logout_uris[]", "This post-logout URI is in the list twice.");
            if (oidc != null && !oidc.scopes().contains("openid")) {
                error("oidc.scopes", "oidc.scopes.required", "The scope openid is needed.");
            }
        }
    }

    private void saml() {
        if (!content.has(Protocol.SAML)) {
            return;
        }
        unique("saml.acs_endpoints[].index", "Each index may be used once.");
        unique("saml.attributes[].name", "Each attribute may be named once.");
        var tests = content.testInformation().samlTest();
        if (!Boolean.TRUE.equals(tests.idp()) && !Boolean.TRUE.equals(tests.sp())) {
            error("saml_test.idp", "X-1", "Select at least one sign-in flow for SAML.");
        }
        var saml = content.configuration().saml();
        appAttributes(saml == null ? List.of() : saml.attributes());
        var groups = saml == null ? List.<GroupAttribute>of() : saml.groupAttributes();
        for (var row = 0; row < groups.size(); row++) {
            var group = groups.get(row);
            if (group.filter() == GroupAttribute.Filter.MATCHES_REGEX && !isPattern(group.expression())) {
                error(
                        "saml.group_attributes[%d].expression".formatted(row),
                        "saml.group_attributes[].expression.format",
                        "The expression is no regular expression.");
            }
        }
    }

    /** Of the app's own attributes, those that the mappings declare (section 12.5). */
    private void appAttributes(List<Saml.Attribute> statements) {
        var scim = content.configuration().scim();
        var declared = new HashSet<>(Set.of("userName"));
        if (content.has(Protocol.SCIM) && scim != null) {
            scim.mappings().stream()
                    .filter(mapping -> mapping.direction() == Mapping.Direction.TO_APP && mapping.target() != null)
                    .forEach(mapping -> declared.add(Mapping.name(String.valueOf(mapping.target()))));
        }
        for (var row = 0; row < statements.size(); row++) {
            var values = statements.get(row).values();
            for (var name : values == null ? Set.<String>of() : AttributeValues.appAttributes(values)) {
                if (!declared.contains(name)) {
                    error(
                            "saml.attributes[%d].values".formatted(row),
                            "IR-EX-3",
                            "`appuser.%s` is no attribute of the app: no mapping to the app writes it. Add the mapping under SCIM properties, or use user.%s."
                                    .formatted(name, name));
                }
            }
        }
    }

    private void guides() {
        var seen = new HashSet<String>();
        for (var key : List.of("oidc.config_guide_url", "saml.config_guide_url", "scim.config_guide_url")) {
            var field = Fields.get(key);
            var guide = values.of(field).getFirst();
            if (field.section().appliesTo(content)
                    && !guide.isMissing()
                    && !seen.add(guide.text().toLowerCase(Locale.ROOT))) {
                warning(key, "X-8", "Give each integration type its own guide.");
            }
        }
    }

    private void unique(String key, String message) {
        problems.addAll(values.repeated(key, message));
    }

    private static boolean isPattern(@Nullable String text) {
        try {
            Pattern.compile(text == null ? "" : text);
            return true;
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }

    private void error(String field, String rule, String message) {
        problems.add(Problem.error(field, rule, message));
    }

    private void warning(String field, String rule, String message) {
        problems.add(Problem.warning(field, rule, message));
    }
}
