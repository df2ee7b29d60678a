package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.account.Organization;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.GroupNames;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonChange;
import dev.oin.sandbox.PersonOutcome;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.sandbox.scim.ImportUsers;
import dev.oin.submission.expression.AttributeValues;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person of the sandbox, groups that are assigned, and the import of an app's users. */
@Controller
@RequestMapping("/sandbox/{org}")
class SandboxPeoplePages {

    private static final Set<String> BASIC = Set.of("login", "email", "firstName", "lastName");

    private final SandboxOwners owners;
    private final People people;
    private final Instances instances;
    private final AdministerPeople administer;
    private final ImportUsers imports;
    private final Vault vault;
    private final AppsTold told;

    SandboxPeoplePages(
            SandboxOwners owners,
            People people,
            Instances instances,
            AdministerPeople administer,
            ImportUsers imports,
            Vault vault,
            AppsTold told) {
        this.owners = owners;
        this.people = people;
        this.instances = instances;
        this.administer = administer;
        this.imports = imports;
        this.vault = vault;
        this.told = told;
    }

    @GetMapping("/people/{person}")
    String show(@PathVariable String org, @PathVariable UUID person, Caller caller, Model model) {
        var found = person(owners.manages(org, caller), person);
        model.addAttribute("person", found);
        var entry =
                model.getAttribute(PersonEntry.NAME) instanceof PersonEntry refused ? refused : PersonEntry.of(found);
        model.addAttribute(PersonEntry.NAME, entry);
        model.addAttribute("attributes", attributes(entry));
        model.addAttribute("attributesOpen", !entry.attributes().isEmpty());
        model.addAttribute("path", "/sandbox/%s/people/%s".formatted(org, person));
        model.addAttribute("sandbox", "/sandbox/" + org);
        model.addAttribute("status", found.status().name());
        model.addAttribute("crumbs", Crumb.trail("Sandbox", "/sandbox/" + org, found.fullName()));
        return "portal/sandbox-person";
    }

    @PostMapping("/people/{person}")
    String save(
            @PathVariable String org,
            @PathVariable UUID person,
            @RequestParam String givenName,
            @RequestParam String familyName,
            @RequestParam String email,
            @RequestParam(defaultValue = "") String groups,
            @RequestParam Map<String, String> inputs,
            Caller caller,
            RedirectAttributes next) {
        var organization = owners.manages(org, caller);
        var entry = new PersonEntry(givenName, familyName, email, groups, entered(inputs));
        var names = Stream.of(groups.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        var outcome = administer.edit(
                new PersonId(person),
                organization.id(),
                new PersonChange(entry.details(), names, entry.attributes(), null, null));
        if (outcome instanceof PersonOutcome.Refused) {
            next.addFlashAttribute(PersonEntry.NAME, entry);
        }
        return go(org, "/people/" + person, flash(outcome, "Saved: ", organization), next);
    }

    @PostMapping("/people/{person}/password")
    String resetPassword(@PathVariable String org, @PathVariable UUID person, Caller caller, RedirectAttributes next) {
        var organization = owners.manages(org, caller);
        var outcome = administer.resetPassword(new PersonId(person), organization.id());
        if (outcome instanceof PersonOutcome.Saved(var saved, var password) && password != null) {
            next.addFlashAttribute("password", ShownOnce.of(password, vault));
        }
        return go(org, "", flash(outcome, "New password: ", organization), next);
    }

    @PostMapping("/people/{person}/delete")
    String delete(@PathVariable String org, @PathVariable UUID person, Caller caller, RedirectAttributes next) {
        var organization = owners.manages(org, caller);
        var found = person(organization, person);
        var done = administer.remove(found.id(), organization.id());
        return go(
                org,
                "#people",
                done
                        ? Flash.done("Deleted: " + found.fullName() + ". Apps were told when they were deactivated.")
                        : Flash.refused("Deactivate the person before you delete them."),
                next);
    }

    @PostMapping("/instances/{instance}/groups")
    String assignGroup(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam String group,
            @RequestParam(defaultValue = "true") boolean assigned,
            Caller caller,
            RedirectAttributes next) {
        var organization = owners.tests(org, caller);
        var name = group.strip();
        var done = GroupNames.isName(name)
                && administer.assignGroup(new InstanceId(instance), name, assigned, organization.id());
        return go(
                org,
                "#instance-" + instance,
                done
                        ? told.done("Saved. Members are assigned as long as they are members.", organization.id())
                        : Flash.refused("Not changed: the instance is held by the OIN team, or it is gone."),
                next);
    }

    @PostMapping("/instances/{instance}/import")
    String importUsers(@PathVariable String org, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        var organization = owners.tests(org, caller);
        var found = instances.find(new InstanceId(instance), organization.id()).orElseThrow(Missing::new);
        var outcome = imports.run(found);
        var words = ImportUsers.words(outcome);
        var flash = switch (outcome) {
            case ImportUsers.Outcome.Imported imported -> Flash.done(words);
            case ImportUsers.Outcome.UnderWay goesOn -> Flash.done(words);
            case ImportUsers.Outcome.Stopped stopped -> Flash.refused(words);
            case ImportUsers.Outcome.Failed failed -> Flash.refused(words);
        };
        return go(org, "#instance-" + instance, flash, next);
    }

    /** What else can be known of a person, with what is. */
    private static Map<String, String> attributes(PersonEntry entry) {
        var shown = new TreeMap<String, String>();
        AttributeValues.personAttributes().stream()
                .filter(name -> !BASIC.contains(name))
                .forEach(name -> shown.put(name, entry.attributes().getOrDefault(name, "")));
        return shown;
    }

    private static Map<String, String> entered(Map<String, String> inputs) {
        return AttributeValues.personAttributes().stream()
                .filter(name -> !BASIC.contains(name)
                        && !inputs.getOrDefault("attribute." + name, "").isBlank())
                .collect(Collectors.toMap(
                        name -> name,
                        name -> inputs.getOrDefault("attribute." + name, "").strip()));
    }

    private Person person(Organization organization, UUID id) {
        return people.find(new PersonId(id), organization.id()).orElseThrow(Missing::new);
    }

    private Flash flash(PersonOutcome outcome, String done, Organization organization) {
        return switch (outcome) {
            case PersonOutcome.Saved(var person, var password) ->
                told.done(done + person.fullName() + ".", organization.id());
            case PersonOutcome.Refused(var problems) -> Flash.refused(SandboxAdministration.messages(problems));
            case PersonOutcome.Unknown() -> throw new Missing();
        };
    }

    private static String go(String org, String where, Flash flash, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:/sandbox/" + org + where;
    }
}
