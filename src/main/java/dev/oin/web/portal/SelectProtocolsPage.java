package dev.oin.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.oin.account.Caller;
import dev.oin.checks.CheckRuns;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Filled;
import dev.oin.submission.PageForm;
import dev.oin.submission.SaveProtocols;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Page 1 of the wizard: what the integration will do. Taking a protocol away asks first, because its settings go (PR-8). */
@Controller
@RequestMapping("/submissions/{id}/protocols")
class SelectProtocolsPage {

    private static final int RUNS = 200;

    private final Wizard wizard;
    private final WizardAnswers answers;
    private final SaveProtocols save;
    private final Instances instances;
    private final CheckRuns runs;

    SelectProtocolsPage(Wizard wizard, WizardAnswers answers, SaveProtocols save, Instances instances, CheckRuns runs) {
        this.wizard = wizard;
        this.answers = answers;
        this.save = save;
        this.instances = instances;
        this.runs = runs;
    }

    /** Protocols that would be taken away, and what goes with them. */
    record Removal(String title, String loss, String keep, String verb, List<String> protocols) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Caller caller) {
        return page(wizard.read(id, caller), caller, null);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> inputs,
            Caller caller,
            RedirectAttributes next) {
        var posted = WizardSave.of(inputs, false);
        var submission = wizard.edit(id, caller);
        var document = PageForm.document(WizardPage.PROTOCOLS, posted.fields());
        var chosen = inputs.getOrDefault("protocols", List.of()).stream()
                .filter(one -> !one.isBlank())
                .toList();
        var removal = removal(submission, chosen);
        if (removal != null && !inputs.containsKey("confirmed")) {
            return page(submission, caller, removal);
        }
        if (!document.has("protocols")) {
            document.set("protocols", JsonNodeFactory.instance.arrayNode());
        }
        var outcome = save.save(caller, submission.id(), posted.revision(), document);
        return answers.answer(outcome, submission, WizardPage.PROTOCOLS, document, posted, caller, next);
    }

    private ModelAndView page(Submission submission, Caller caller, @Nullable Removal removal) {
        return answers.show(submission, WizardPage.PROTOCOLS, caller, null).addObject("removal", removal);
    }

    private @Nullable Removal removal(Submission submission, List<String> chosen) {
        var gone = submission.content().protocols().stream()
                .filter(protocol -> !chosen.contains(protocol.name()))
                .toList();
        var settings = gone.stream()
                .mapToInt(protocol -> Filled.of(submission.content(), protocol))
                .sum();
        var made = instances.of(submission.id()).stream()
                .filter(instance -> instance.submission().equals(submission.id()))
                .filter(instance -> gone.stream().anyMatch(instance::has))
                .toList();
        if (settings == 0 && made.isEmpty()) {
            return null;
        }
        var names = gone.stream().map(Protocol::label).collect(Collectors.joining(" and "));
        var results = runs.of(submission.id(), RUNS, 0).stream()
                .filter(run -> made.stream().anyMatch(instance -> instance.id().equals(run.instance())))
                .mapToInt(run -> run.progress().done())
                .sum();
        return new Removal(
                "Remove %s?".formatted(names),
                "Removing %s %s. PR-8".formatted(names, loss(settings, made.size(), results)),
                gone.size() == 1 ? "Keep it" : "Keep them",
                "Remove " + names,
                chosen);
    }

    /** Only what there is to lose. */
    private static String loss(int settings, int instances, int results) {
        var ended = Stream.of(
                        instances == 0 ? "" : count(instances, "instance"),
                        results == 0 ? "" : count(results, "test result"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" and "));
        return Stream.of(
                        settings == 0 ? "" : "deletes " + count(settings, "setting"),
                        ended.isEmpty()
                                ? ""
                                : "means that " + ended + (instances + results == 1 ? " counts" : " count")
                                        + " no longer")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", and "));
    }

    private static String count(int number, String word) {
        return number == 1 ? "1 " + word : "%d %ss".formatted(number, word);
    }
}
