package dev.oin.web.portal;

import dev.oin.account.Organizations;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Eligibility;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Chip;
import dev.oin.web.portal.TestingView.Action;
import dev.oin.web.portal.TestingView.InstanceView;
import dev.oin.web.portal.TestingView.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up installed copies: what to copy into the app, and what can be done. */
@Component
class InstanceViews {

    private final Instances instances;
    private final InstanceEffects effects;
    private final Organizations organizations;

    InstanceViews(Instances instances, InstanceEffects effects, Organizations organizations) {
        this.instances = instances;
        this.effects = effects;
        this.organizations = organizations;
    }

    /** The instances of the submission, the eligible ones only or all. */
    List<InstanceView> of(Submission submission, boolean all) {
        return instances.of(submission.id()).stream()
                .filter(instance -> all || instances.eligibility(instance).isEligible())
                .map(instance -> view(submission, instance))
                .toList();
    }

    /** How many the filter leaves out. */
    int hidden(Submission submission, boolean all) {
        return all
                ? 0
                : (int) instances.of(submission.id()).stream()
                        .filter(instance -> !instances.eligibility(instance).isEligible())
                        .count();
    }

    private InstanceView view(Submission submission, Instance instance) {
        var note = switch (instances.eligibility(instance)) {
            case Eligibility.Eligible() -> null;
            case Eligibility.Ineligible(var because) -> because;
        };
        return new InstanceView(
                instance.id().toString(),
                instance.label(),
                instance.protocols().stream().sorted().map(Protocol::label).collect(Collectors.joining(", ")),
                instance.version(),
                chips(submission, instance, note),
                note,
                values(instance),
                certificate(instance),
                instance.has(Protocol.SCIM),
                instance.scimCredentialsSet(),
                instance.held(),
                instance.active() && instance.has(Protocol.SCIM) && !instance.scimCredentialsSet(),
                actions(submission, instance, note == null),
                "/sandbox/%s#instance-%s"
                        .formatted(organizations.get(instance.organization()).slug(), instance.id()),
                instance.clientId() == null
                        ? null
                        : "/submissions/%s/instances/%s/client-secret".formatted(submission.id(), instance.id()),
                guides(instance),
                authorization(instance),
                instance.app().scim() == null
                        ? null
                        : ProvisioningViews.path(submission.id().value(), instance));
    }

    private static List<TestingView.Link> guides(Instance instance) {
        var guides = new ArrayList<TestingView.Link>();
        var app = instance.app();
        if (app.saml() != null && app.saml().configGuideUrl() != null) {
            guides.add(new TestingView.Link(
                    "View SAML setup instructions", app.saml().configGuideUrl()));
        }
        if (app.oidc() != null && app.oidc().configGuideUrl() != null) {
            guides.add(new TestingView.Link(
                    "View OIDC setup instructions", app.oidc().configGuideUrl()));
        }
        if (app.scim() != null && app.scim().settings().configGuideUrl() != null) {
            guides.add(new TestingView.Link(
                    "View SCIM setup instructions", app.scim().settings().configGuideUrl()));
        }
        return guides;
    }

    /** How a token that is entered is sent, as the header that the SCIM server sees; null where none is entered. */
    private static @Nullable String authorization(Instance instance) {
        var scim = instance.app().scim();
        var mode = scim == null ? null : scim.settings().authMode();
        return mode == null
                ? null
                : switch (mode) {
                    case HEADER -> "Authorization: {token}";
                    case BEARER -> "Authorization: Bearer {token}";
                    case OAUTH2 -> null;
                };
    }

    private List<Chip> chips(Submission submission, Instance instance, @Nullable String note) {
        var chips = new ArrayList<Chip>();
        if (inTester(submission, instance)) {
            chips.add(new Chip("team", "check", "In the tester"));
        }
        if (note != null) {
            chips.add(new Chip("neutral", "minus", "Not eligible"));
        }
        if (instance.held()) {
            chips.add(new Chip("team", "lock", "Held for review"));
        }
        chips.add(instance.active() ? new Chip("good", "check", "Active") : new Chip("neutral", "stop", "Inactive"));
        if (instance.logoutEnabled()) {
            chips.add(new Chip("neutral", "check", "Logout on"));
        }
        return chips;
    }

    private List<Value> values(Instance instance) {
        var addresses = instances.addresses(instance);
        var values = new ArrayList<Value>();
        var saml = addresses.saml();
        if (saml != null) {
            add(values, instance, "Metadata URL", saml.metadataUrl());
            add(values, instance, "Issuer", saml.issuer());
            add(values, instance, "Sign-on URL", saml.ssoUrl());
        }
        var oidc = addresses.oidc();
        if (oidc != null) {
            add(values, instance, "OIDC issuer", oidc.issuer());
            add(values, instance, "Discovery URL", oidc.discoveryUrl());
            add(values, instance, "Client ID", oidc.clientId());
        }
        var scim = instance.app().scim();
        if (scim != null) {
            add(values, instance, "SCIM base URL", scim.baseUrl());
        }
        return values;
    }

    private static void add(List<Value> values, Instance instance, String name, String text) {
        values.add(new Value("value-%s-%d".formatted(instance.id(), values.size()), name, text));
    }

    private @Nullable String certificate(Instance instance) {
        var saml = instances.addresses(instance).saml();
        return saml == null ? null : saml.certificatePem();
    }

    private List<Action> actions(Submission submission, Instance instance, boolean eligible) {
        var base = "/submissions/%s/instances/%s/".formatted(submission.id(), instance.id());
        var actions = new ArrayList<Action>();
        if (instance.singleSignOn().isPresent() && instance.active() && eligible) {
            actions.add(
                    inTester(submission, instance)
                            ? new Action("Remove from Tester", base + "tester-remove", true)
                            : new Action(
                                    "Add to Tester",
                                    base + "tester-add",
                                    effects.ofAdding(submission, instance).isPresent()));
        }
        if (submission.content().has(Protocol.UNIVERSAL_LOGOUT)
                && instance.singleSignOn().isPresent()) {
            actions.add(
                    instance.logoutEnabled()
                            ? new Action("Turn off logout", base + "logout-off", true)
                            : new Action("Turn on logout", base + "logout-on", effects.hasResults(instance)));
        }
        actions.add(new Action("Edit", base + "edit", true));
        actions.add(
                instance.active()
                        ? new Action("Deactivate", base + "deactivate", true)
                        : new Action("Activate", base + "activate", false));
        if (!instance.active() && instance.kind() == Instance.Kind.CURRENT) {
            actions.add(new Action("Delete", base + "delete", true));
        }
        return actions;
    }

    private boolean inTester(Submission submission, Instance instance) {
        return effects.isInTester(submission, instance);
    }
}
