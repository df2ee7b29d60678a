package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.FillTester;
import dev.oin.sandbox.GenerateInstance;
import dev.oin.sandbox.Instance;
import dev.oin.submission.Submission;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Generates one instance through the questions that a customer's administrator is asked (testing-rules 1). */
@Controller
@RequestMapping("/submissions/{id}/instances/new")
class GenerateInstancePage {

    private static final String PREFIX = "variables.";

    private final Wizard wizard;
    private final InstallationForms forms;
    private final GenerateInstance generate;
    private final FillTester fill;
    private final UpdateEntrance entrance;
    private final Vault vault;

    GenerateInstancePage(
            Wizard wizard,
            InstallationForms forms,
            GenerateInstance generate,
            FillTester fill,
            UpdateEntrance entrance,
            Vault vault) {
        this.wizard = wizard;
        this.forms = forms;
        this.generate = generate;
        this.fill = fill;
        this.entrance = entrance;
        this.vault = vault;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "current") String kind,
            @RequestParam List<String> protocols,
            @RequestParam(defaultValue = "") String then,
            Caller caller) {
        var submission = editable(id, caller);
        return page(submission, kind(kind), protocols(protocols), then, Map.of(), null, List.of());
    }

    @PostMapping
    ModelAndView generate(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> inputs,
            Caller caller,
            RedirectAttributes next) {
        var submission = editable(id, caller);
        var kind = kind(String.valueOf(inputs.getFirst("kind")));
        var protocols = protocols(inputs.getOrDefault("protocols", List.of()));
        var label = inputs.getFirst("label");
        var values = values(inputs.toSingleValueMap());
        var then = inputs.getFirst("then") == null ? "" : String.valueOf(inputs.getFirst("then"));
        var order = new GenerateInstance.Order(kind, protocols, label == null ? "" : label, values);
        return switch (generate.generate(submission.id(), order, caller.account())) {
            case GenerateInstance.Outcome.Refused(var problems) ->
                page(submission, kind, protocols, then, values, label, problems);
            case GenerateInstance.Outcome.Generated(var instance, var secret) -> {
                fill.seat(submission.id());
                if (secret != null) {
                    next.addFlashAttribute("clientSecret", ShownOnce.of(secret, vault));
                }
                next.addFlashAttribute(
                        Flash.NAME,
                        Flash.done("Generated: %s. Copy its values into your app, then run the tests."
                                .formatted(instance.label())));
                yield new ModelAndView("redirect:" + onward(submission, instance.id(), then));
            }
        };
    }

    private String onward(Submission submission, InstanceId made, String then) {
        return then.equals("edit")
                ? entrance.path(submission)
                : "/submissions/%s/testing#instance-%s".formatted(submission.id(), made);
    }

    private ModelAndView page(
            Submission submission,
            Instance.Kind kind,
            Set<Protocol> protocols,
            String then,
            Map<String, String> values,
            @Nullable String label,
            List<Problem> problems) {
        var page = new ModelAndView("isv/generate-instance")
                .addObject("form", forms.of(submission, kind, protocols, values, label, problems))
                .addObject("then", then)
                .addObject("crumbs", WizardAnswers.crumbsBelowTest(submission, "Generate instance"));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private Submission editable(UUID id, Caller caller) {
        var submission = wizard.read(id, caller);
        if (!caller.isMemberOf(submission.organization())
                || !caller.mayTestAndSubmit()
                || !submission.state().isEditable()) {
            throw new NotAllowed();
        }
        return submission;
    }

    /** The answers to the variables' questions. */
    static Map<String, String> values(Map<String, String> inputs) {
        var values = new HashMap<String, String>();
        inputs.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                values.put(name.substring(PREFIX.length()), value.strip());
            }
        });
        return values;
    }

    private static Instance.Kind kind(String text) {
        return switch (text) {
            case "current" -> Instance.Kind.CURRENT;
            case "published" -> Instance.Kind.PUBLISHED;
            default -> throw new Missing();
        };
    }

    private static Set<Protocol> protocols(List<String> names) {
        var known = Set.of(Protocol.values()).stream()
                .collect(Collectors.toMap(protocol -> protocol.name().toLowerCase(Locale.ROOT), protocol -> protocol));
        var chosen = EnumSet.noneOf(Protocol.class);
        for (var name : names) {
            var protocol = known.get(name.toLowerCase(Locale.ROOT));
            if (protocol == null) {
                throw new Missing();
            }
            chosen.add(protocol);
        }
        return chosen;
    }
}
