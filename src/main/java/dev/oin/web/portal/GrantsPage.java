package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.sandbox.Entitlement;
import dev.oin.sandbox.Grants;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.scim.AdministerPeople;
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

/** The roles and entitlements that a person has in one app: given and taken away here, told the app at once. */
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

    /** A role or entitlement to choose or to take away. */
    record Line(String key, String name, String type) {

        static Line of(Entitlement one) {
            return new Line(
                    keyOf(one),
                    one.display().isEmpty() ? one.value() : one.display(),
                    one.type() == null ? "Role" : one.type());
        }
    }

    /** The roles and entitlements of one type. */
    record Choice(String type, List<Line> lines) {}

    @GetMapping
    String show(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam(required = false) @Nullable UUID person,
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
        model.addAttribute("given", held.stream().map(Line::of).toList());
        model.addAttribute("choices", choices(found, held));
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
            Caller caller,
            RedirectAttributes next) {
        var found = managed(org, instance, caller);
        var who = assigned.person(found, Optional.ofNullable(person).orElseThrow(Missing::new));
        var known = given
                ? entitlements.of(found).stream().flatMap(offer -> offer.values().stream())
                : grants.of(found.id(), who.id()).stream();
        var done = known.filter(one -> keyOf(one).equals(entitlement))
                .findFirst()
                .filter(one -> administer.entitle(found.id(), who.id(), one, given, found.organization()));
        next.addFlashAttribute(
                Flash.NAME,
                done.isPresent()
                        ? Flash.done(
                                "Saved. What the app answered stands under Provisioning on the sandbox page. Results of this instance no longer count; run its tests again.")
                        : Flash.refused(
                                "Not changed: the app does not offer it, or the instance is held by the OIN team."));
        return "redirect:/sandbox/%s/instances/%s/entitlements?person=%s".formatted(org, instance, who.id());
    }

    private Instance managed(String org, UUID instance, Caller caller) {
        var found = assigned.instance(assigned.organization(org, caller), instance);
        if (!entitlements.areManaged(found)) {
            throw new Missing();
        }
        return found;
    }

    /** What the app offers and the person does not have. */
    private List<Choice> choices(Instance instance, List<Entitlement> held) {
        return entitlements.of(instance).stream()
                .map(offer -> new Choice(
                        offer.type(),
                        offer.values().stream()
                                .filter(one -> held.stream().noneMatch(one::isSame))
                                .map(Line::of)
                                .toList()))
                .filter(choice -> !choice.lines().isEmpty())
                .toList();
    }

    private static String keyOf(Entitlement one) {
        return one.attribute().path() + '/' + one.value();
    }
}
