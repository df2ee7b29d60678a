package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.FillTester;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.WizardPage;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What page 4 does with instances: generating, the tester's slots, turning on and off. */
@Controller
@RequestMapping("/submissions/{id}/instances")
class InstanceActions {

    private final Wizard wizard;
    private final FillTester fill;
    private final Instances instances;
    private final ChangeInstance change;
    private final TesterSlots slots;
    private final Vault vault;

    InstanceActions(
            Wizard wizard,
            FillTester fill,
            Instances instances,
            ChangeInstance change,
            TesterSlots slots,
            Vault vault) {
        this.wizard = wizard;
        this.fill = fill;
        this.instances = instances;
        this.change = change;
        this.slots = slots;
        this.vault = vault;
    }

    @PostMapping
    String generate(
            @PathVariable UUID id, @RequestParam Map<String, String> inputs, Caller caller, RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        owner(caller);
        if (!submission.state().isEditable()) {
            return back(id, Flash.refused("The OIN team works on it; withdraw it to change it."), next);
        }
        var values = inputs.entrySet().stream()
                .filter(input -> input.getKey().startsWith("variables.")
                        && !input.getValue().isBlank())
                .collect(Collectors.toMap(
                        input -> input.getKey().substring("variables.".length()),
                        input -> input.getValue().strip()));
        var filled = fill.fill(submission.id(), values, caller.account());
        filled.generated().stream()
                .flatMap(one -> Stream.ofNullable(one.clientSecret()))
                .findFirst()
                .ifPresent(secret -> next.addFlashAttribute("clientSecret", ShownOnce.of(secret, vault)));
        next.addFlashAttribute(
                "generated",
                filled.generated().stream()
                        .map(one -> one.instance().id().toString())
                        .collect(Collectors.toCollection(ArrayList::new)));
        var count = filled.generated().size();
        var made = count == 1 ? "1 instance generated. " : count + " instances generated. ";
        var copy = "Copy %s values into your app, then run the tests.".formatted(count == 1 ? "its" : "their");
        return back(
                id,
                filled.problems().isEmpty()
                        ? Flash.done(made + copy)
                        : Flash.refused(made + "Not all could be: "
                                + filled.problems().getFirst().message()),
                next);
    }

    @PostMapping("/{instance}/{action:activate|deactivate|delete|logout-on|logout-off}")
    String change(
            @PathVariable UUID id,
            @PathVariable UUID instance,
            @PathVariable String action,
            Caller caller,
            RedirectAttributes next) {
        var owner = owner(caller);
        var found = own(id, instance, caller).id();
        return answer(
                id,
                switch (action) {
                    case "activate" -> change.activate(found, owner);
                    case "deactivate" -> change.deactivate(found, owner);
                    case "delete" -> change.delete(found, owner);
                    case "logout-on" -> change.enableLogout(found, owner, true);
                    default -> change.enableLogout(found, owner, false);
                },
                next);
    }

    @PostMapping("/{instance}/tester-add")
    String addToTester(@PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        owner(caller);
        var found = own(id, instance, caller);
        var protocol = found.singleSignOn().orElseThrow(Missing::new);
        return switch (slots.add(new SubmissionId(id), protocol, found.kind(), found.id())) {
            case TesterSlots.Outcome.Added() -> back(id, Flash.done("In the tester: " + found.label()), next);
            case TesterSlots.Outcome.Refused(var because) -> back(id, Flash.refused(because), next);
        };
    }

    @PostMapping("/{instance}/tester-remove")
    String removeFromTester(
            @PathVariable UUID id, @PathVariable UUID instance, Caller caller, RedirectAttributes next) {
        owner(caller);
        var found = own(id, instance, caller);
        slots.remove(new SubmissionId(id), found.singleSignOn().orElseThrow(Missing::new), found.kind());
        return back(id, Flash.done("Removed from the tester, with its results: " + found.label()), next);
    }

    private Instance own(UUID submission, UUID instance, Caller caller) {
        var read = wizard.read(submission, caller);
        return instances
                .find(new InstanceId(instance), owner(caller))
                .filter(found -> found.integration().equals(read.integration()))
                .orElseThrow(Missing::new);
    }

    private static OrganizationId owner(Caller caller) {
        var organization = caller.organization();
        if (organization == null || !caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return organization;
    }

    private static String answer(UUID id, ChangeInstance.Outcome outcome, RedirectAttributes next) {
        return switch (outcome) {
            case ChangeInstance.Outcome.Changed(var instance) ->
                back(id, Flash.done("Saved: " + instance.label()), next);
            case ChangeInstance.Outcome.Deleted() -> back(id, Flash.done("Instance deleted."), next);
            case ChangeInstance.Outcome.Refused(var problems) ->
                back(id, Flash.refused(problems.getFirst().message()), next);
            case ChangeInstance.Outcome.Unknown() -> throw new Missing();
        };
    }

    private static String back(UUID id, Flash flash, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:/submissions/%s/%s#instances".formatted(id, WizardPage.TESTING.path());
    }
}
