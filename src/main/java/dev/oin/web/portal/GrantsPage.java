package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ProvisioningLog;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roles and entitlements that a person has in one app: given and taken away here, and the app is told at once. What it offers was read a short time ago. */
@Controller
@RequestMapping("/sandbox/{org}/instances/{instance}/entitlements")
class GrantsPage {

    private final AssignedPeople assigned;
    private final ManagedEntitlements entitlements;
    private final Grants grants;
    private final AdministerPeople administer;

    GrantsPage(AssignedPeople assigned, ManagedEntitlements entitlements, Grants grants, AdministerPeople administer) {
        this.assigned = assigned;
        this.entitlements = entitlements;
        this.grants = grants;
        this.administer = administer;
    }

    @GetMapping
    String show(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String find,
            Caller caller,
            Model model) {
        var found = managed(org, instance, caller);
        var who = assigned.person(found, Optional.ofNullable(person).orElseThrow(Missing::new));
        var held = grants.of(found.id(), who.id());
        model.addAttribute("who", who.fullName());
        model.addAttribute("person", who.id().toString());
        model.addAttribute("instance", found.label());
        model.addAttribute("held", found.held());
        model.addAttribute("path", "/sandbox/%s/instances/%s/entitlements".formatted(org, instance));
        model.addAttribute("back", "/sandbox/%s#instance-%s".formatted(org, instance));
        model.addAttribute("given", held.stream().map(GrantChoices.Line::of).toList());
        var offered = entitlements.of(found);
        model.addAttribute("reading", offered.isEmpty());
        model.addAttribute("readAt", offered.map(KeptReadings.Reading::at).orElse(null));
        model.addAttribute(
                "choices",
                GrantChoices.of(offered.map(KeptReadings.Reading::value).orElse(List.of()), held, find));
        model.addAttribute("crumbs", Crumb.trail("Sandbox", "/sandbox/" + org, found.label()));
        return "portal/grants";
    }

    @PostMapping
    String change(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String entitlement,
            @RequestParam(defaultValue = "true") boolean given,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "false") boolean again,
            Caller caller,
            RedirectAttributes next) {
        var found = managed(org, instance, caller);
        var who = assigned.person(found, Optional.ofNullable(person).orElseThrow(Missing::new));
        if (again) {
            entitlements.readAgain(found);
        } else {
            next.addFlashAttribute(Flash.NAME, changed(found, who, entitlement, given));
        }
        next.addAttribute("person", who.id());
        if (!find.isBlank()) {
            next.addAttribute("find", find);
        }
        return "redirect:/sandbox/%s/instances/%s/entitlements".formatted(org, instance);
    }

    private Flash changed(Instance found, Person who, String entitlement, boolean given) {
        var known = given
                ? entitlements.of(found).stream()
                        .flatMap(reading -> reading.value().stream())
                        .flatMap(offer -> offer.values().stream())
                : grants.of(found.id(), who.id()).stream();
        return known.filter(one -> one.key().equals(entitlement))
                .findFirst()
                .map(one -> flash(
                        GrantChoices.Line.of(one).name(),
                        given,
                        administer.entitle(found.id(), who.id(), one, given, found.organization())))
                .orElseGet(GrantsPage::refused);
    }

    private static Flash flash(String name, boolean given, AdministerPeople.Entitled entitled) {
        return switch (entitled) {
            case AdministerPeople.Entitled.Told(Provisioned.Done done) ->
                Flash.done("%s %s. The app took it. Results of this instance no longer count; run its tests again."
                        .formatted(given ? "Given:" : "Taken away:", name));
            case AdministerPeople.Entitled.Told(var other) ->
                Flash.refused(
                        "%s here, but not in the app: %s. Try it again under Provisioning, on the sandbox page. %s"
                                .formatted(given ? "Given" : "Taken away", name, ProvisioningLog.words(other)));
            case AdministerPeople.Entitled.UnderWay() ->
                Flash.done(
                        "%s here: %s. %s".formatted(given ? "Given" : "Taken away", name, ProvisioningLog.UNDER_WAY));
            case AdministerPeople.Entitled.Refused() -> refused();
        };
    }

    private static Flash refused() {
        return Flash.refused("Not changed: the app does not offer it, or the instance is held by the OIN team.");
    }

    private Instance managed(String org, UUID instance, Caller caller) {
        var found = assigned.instance(assigned.organization(org, caller), instance);
        if (!entitlements.areManaged(found)) {
            throw new Missing();
        }
        return found;
    }
}
