package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.AppAttributes;
import dev.oin.sandbox.AppUser;
import dev.oin.sandbox.AppUsers;
import dev.oin.sandbox.GroupAssignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.scim.AdministerPeople;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is set for a person, or for the members of a group, in one app: values of the app's attributes at the assignment. */
@Controller
@RequestMapping("/sandbox/{org}/instances/{instance}/attributes")
class AppAttributesPage {

    private static final String PREFIX = "value.";
    private static final int LONGEST = 1024;

    private final AssignedPeople assigned;
    private final GroupAssignments groups;
    private final AppAttributes attributes;
    private final AppUsers users;
    private final AdministerPeople administer;

    AppAttributesPage(
            AssignedPeople assigned,
            GroupAssignments groups,
            AppAttributes attributes,
            AppUsers users,
            AdministerPeople administer) {
        this.assigned = assigned;
        this.groups = groups;
        this.attributes = attributes;
        this.users = users;
        this.administer = administer;
    }

    /** A value to enter. */
    record Field(String id, String name, String label, String value, String otherwise, boolean required) {}

    @GetMapping
    String show(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String group,
            Caller caller,
            Model model) {
        var found = assigned.instance(assigned.organization(org, caller), instance);
        var who = person == null ? null : assigned.person(found, person);
        if (who == null && (group == null || !groups.of(found.id()).contains(group))) {
            throw new Missing();
        }
        var name = who == null ? String.valueOf(group) : who.fullName();
        model.addAttribute("who", name);
        model.addAttribute("isGroup", who == null);
        model.addAttribute("person", who == null ? null : who.id().toString());
        model.addAttribute("group", who == null ? group : null);
        model.addAttribute("instance", found.label());
        model.addAttribute("held", found.held());
        model.addAttribute("path", "/sandbox/%s/instances/%s/attributes".formatted(org, instance));
        model.addAttribute("back", "/sandbox/%s#instance-%s".formatted(org, instance));
        model.addAttribute("fields", who == null ? ofGroup(found, String.valueOf(group)) : ofPerson(found, who));
        model.addAttribute("crumbs", Crumb.trail("Sandbox", "/sandbox/" + org, found.label()));
        return "portal/app-attributes";
    }

    @PostMapping
    String save(
            @PathVariable String org,
            @PathVariable UUID instance,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam Map<String, String> inputs,
            Caller caller,
            RedirectAttributes next) {
        var organization = assigned.organization(org, caller);
        var found = assigned.instance(organization, instance);
        var values = values(found, inputs, person != null);
        var done = values.values().stream().allMatch(value -> value.length() <= LONGEST)
                && (person == null
                        ? group != null && administer.setAttributes(found.id(), group, values, organization.id())
                        : administer.setAttributes(found.id(), new PersonId(person), values, organization.id()));
        next.addFlashAttribute(
                Flash.NAME,
                done
                        ? Flash.done("Saved. Results of this instance no longer count; run its tests again.")
                        : Flash.refused(
                                "Not changed: a value is longer than 1024 characters, the instance is held by the OIN team, or the assignment is gone."));
        return "redirect:/sandbox/%s#instance-%s".formatted(org, instance);
    }

    /** What is left empty comes from the group or the profile. */
    private Map<String, String> values(Instance instance, Map<String, String> inputs, boolean personal) {
        var values = new HashMap<String, String>();
        for (var attribute : users.attributesOf(instance)) {
            var value = inputs.getOrDefault(PREFIX + attribute.target(), "").strip();
            if (!value.isEmpty() && (personal || !attribute.personal())) {
                values.put(attribute.target(), value);
            }
        }
        return values;
    }

    private List<Field> ofPerson(Instance instance, Person person) {
        var own = attributes.of(instance.id(), person.id());
        var now = users.of(instance, person).values().stream()
                .collect(Collectors.toMap(AppUser.Value::target, AppUser.Value::text));
        return users.attributesOf(instance).stream()
                .map(attribute -> field(attribute, own, now.getOrDefault(attribute.target(), "")))
                .toList();
    }

    private List<Field> ofGroup(Instance instance, String group) {
        var own = attributes.of(instance.id(), group);
        return users.attributesOf(instance).stream()
                .filter(attribute -> !attribute.personal())
                .map(attribute -> field(attribute, own, ""))
                .toList();
    }

    private static Field field(AppUsers.Attribute attribute, Map<String, String> own, String now) {
        var target = attribute.target();
        return new Field(
                "value-" + target.replaceAll("[^A-Za-z0-9]", "-"),
                PREFIX + target,
                target,
                own.getOrDefault(target, ""),
                own.containsKey(target) ? "" : now,
                attribute.required());
    }
}
