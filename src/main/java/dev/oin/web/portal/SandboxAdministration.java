package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.Problem;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.sandbox.logout.ClearSessions;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an ISV plays its customer: people, assignments and sessions of the sandbox organisation. */
@Controller
class SandboxAdministration {

    private final Organizations organizations;
    private final SandboxOwners owners;
    private final SandboxViews views;
    private final People people;
    private final AdministerPeople administer;
    private final ClearSessions clear;
    private final Vault vault;
    private final AppsTold told;

    SandboxAdministration(
            Organizations organizations,
            SandboxOwners owners,
            SandboxViews views,
            People people,
            AdministerPeople administer,
            ClearSessions clear,
            Vault vault,
            AppsTold told) {
        this.organizations = organizations;
        this.owners = owners;
        this.views = views;
        this.people = people;
        this.administer = administer;
        this.clear = clear;
        this.vault = vault;
        this.told = told;
    }

    @GetMapping("/sandbox")
    String find(Caller caller) {
        var organization = caller.organization();
        if (organization == null) {
            throw new Missing();
        }
        return "redirect:/sandbox/" + organizations.get(organization).slug();
    }

    @GetMapping("/sandbox/{org}")
    String show(@PathVariable String org, Caller caller, Model model) {
        model.addAttribute("page", views.view(owners.own(org, caller), caller));
        if (!model.containsAttribute(PersonEntry.NAME)) {
            model.addAttribute(PersonEntry.NAME, PersonEntry.BLANK);
        }
        return "portal/sandbox";
    }

    @PostMapping("/sandbox/{org}/people")
    String add(
            @PathVariable String org,
            @RequestParam String givenName,
            @RequestParam String familyName,
            @RequestParam String email,
            Caller caller,
            RedirectAttributes next) {
        var organization = owners.manages(org, caller);
        var entry = PersonEntry.of(givenName, familyName, email);
        var outcome = administer.add(organization.id(), entry.details());
        if (outcome instanceof PersonOutcome.Refused(var problems)) {
            next.addFlashAttribute(PersonEntry.NAME, entry);
            next.addFlashAttribute(Flash.NAME, Flash.refused("Not added. " + messages(problems)));
            return "redirect:/sandbox/" + org + "#add-person";
        }
        if (outcome instanceof PersonOutcome.Saved(var person, var password) && password != null) {
            next.addFlashAttribute("password", ShownOnce.of(password, vault));
        }
        return answer(org, organization, outcome, "Added: ", next);
    }

    @PostMapping("/sandbox/{org}/people/{person}/status")
    String turn(
            @PathVariable String org,
            @PathVariable UUID person,
            @RequestParam Person.Status status,
            Caller caller,
            RedirectAttributes next) {
        var organization = owners.manages(org, caller);
        return answer(
                org, organization, administer.turn(new PersonId(person), organization.id(), status), "Saved: ", next);
    }

    @PostMapping("/sandbox/{org}/people/{person}/sessions")
    String endSessions(
            @PathVariable String org,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "false") boolean apps,
            Caller caller,
            RedirectAttributes next) {
        var found = people.find(
                        new PersonId(person), owners.manages(org, caller).id())
                .orElseThrow(Missing::new);
        var cleared = clear.clear(found, apps);
        var words = "Sessions ended: %d of %s.".formatted(cleared.sessions(), found.fullName())
                + cleared.apps().stream()
                        .map(app -> " %s: %s.".formatted(app.app(), app.words()))
                        .collect(Collectors.joining())
                + (apps && cleared.apps().isEmpty()
                        ? " No app was asked: none of the person's instances has logout turned on."
                        : "");
        var done = cleared.apps().stream().allMatch(ClearSessions.AppAnswer::done);
        next.addFlashAttribute(Flash.NAME, done ? Flash.done(words) : Flash.refused(words));
        return "redirect:/sandbox/" + org + "#sessions";
    }

    @PostMapping("/sandbox/{org}/instances/{instance}/assignments")
    String assign(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam UUID person,
            @RequestParam(defaultValue = "true") boolean assigned,
            Caller caller,
            RedirectAttributes next) {
        var organization = owners.tests(org, caller);
        var done = assigned
                ? administer.assign(new InstanceId(instance), new PersonId(person), organization.id())
                : administer.unassign(new InstanceId(instance), new PersonId(person), organization.id());
        next.addFlashAttribute(
                Flash.NAME,
                done
                        ? told.done(
                                "Saved. Results of this instance no longer count; run its tests again.",
                                organization.id())
                        : Flash.refused("Not changed: the instance is held by the OIN team, or it is gone."));
        return "redirect:/sandbox/%s#instance-%s".formatted(org, instance);
    }

    static String messages(List<Problem> problems) {
        return problems.stream().map(Problem::message).collect(Collectors.joining(" "));
    }

    private String answer(
            String org, Organization organization, PersonOutcome outcome, String done, RedirectAttributes next) {
        next.addFlashAttribute(
                Flash.NAME,
                switch (outcome) {
                    case PersonOutcome.Saved(var person, var password) ->
                        told.done(done + person.fullName() + ".", organization.id());
                    case PersonOutcome.Refused(var problems) -> Flash.refused(messages(problems));
                    case PersonOutcome.Unknown() -> throw new Missing();
                });
        return "redirect:/sandbox/" + org + "#people";
    }
}
