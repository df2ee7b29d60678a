package dev.oin.web.portal;

import dev.oin.account.Organizations;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Eligibility;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
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
    private final TesterSlots slots;
    private final Organizations organizations;

    InstanceViews(Instances instances, TesterSlots slots, Organizations organizations) {
        this.instances = instances;
        this.slots = slots;
        this.organizations = organizations;
    }

    /** The instances of the submission, the eligible ones only or all. */
    List<InstanceView> of(Submission submission, boolean all) {
        return instances.of(submission.id()).stream()
                .filter(instance -> all || instances.eligibility(instance).isEligible())
                .map(instance -> view(submission, instance))
                .toList();
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
                        .formatted(organizations.get(instance.organization()).slug(), instance.id()));
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
                            ? new Action("Remove from Tester", base + "tester-remove")
                            : new Action("Add to Tester", base + "tester-add"));
        }
        if (submission.content().has(Protocol.UNIVERSAL_LOGOUT)
                && instance.singleSignOn().isPresent()) {
            actions.add(
                    instance.logoutEnabled()
                            ? new Action("Turn off logout", base + "logout-off")
                            : new Action("Turn on logout", base + "logout-on"));
        }
        actions.add(
                instance.active()
                        ? new Action("Deactivate", base + "deactivate")
                        : new Action("Activate", base + "activate"));
        if (!instance.active()) {
            actions.add(new Action("Delete with its results", base + "delete"));
        }
        return actions;
    }

    private boolean inTester(Submission submission, Instance instance) {
        return instance.singleSignOn()
                .flatMap(protocol -> slots.in(submission.id(), protocol, instance.kind()))
                .filter(instance.id()::equals)
                .isPresent();
    }
}
