package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.gate.ManualPlan;
import dev.oin.gate.ManualPlan.Entry;
import dev.oin.gate.ManualPlan.Judged;
import dev.oin.gate.ManualPlan.Result;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Flash;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The manual SCIM plan as a checklist: each case passed, failed or not applicable, with a note and evidence (testing-rules 6, set 3). */
@Controller
@RequestMapping("/submissions/{id}/manual-plan")
class ManualPlanPage {

    private final Wizard wizard;
    private final ManualPlan plan;
    private final Authors authors;

    ManualPlanPage(Wizard wizard, ManualPlan plan, Authors authors) {
        this.wizard = wizard;
        this.plan = plan;
        this.authors = authors;
    }

    /** A case as it is shown. */
    record CaseRow(
            String id,
            String before,
            String action,
            String expected,
            String who,
            String result,
            String note,
            String evidence,
            @Nullable String by,
            @Nullable Instant at) {}

    /** Cases of one feature. */
    record Feature(String name, List<CaseRow> cases) {}

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "open") String show, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        var all = plan.of(submission);
        var applicable = all.stream().filter(Judged::applies).toList();
        var shown = show.equals("all")
                ? applicable
                : applicable.stream().filter(Judged::isOpen).toList();
        model.addAttribute("name", submission.displayName());
        model.addAttribute("path", path(submission));
        model.addAttribute("testing", "/submissions/" + id + "/testing");
        model.addAttribute("features", features(shown));
        model.addAttribute("applicable", applicable.size());
        model.addAttribute("open", applicable.stream().filter(Judged::isOpen).count());
        model.addAttribute("skipped", all.size() - applicable.size());
        model.addAttribute("everything", show.equals("all"));
        model.addAttribute("mayJudge", mayJudge(submission, caller));
        model.addAttribute("crumbs", WizardAnswers.crumbsBelowTest(submission, "Manual SCIM plan"));
        return "isv/manual-plan";
    }

    @PostMapping
    String save(
            @PathVariable UUID id, @RequestParam Map<String, String> inputs, Caller caller, RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        var entries = inputs.containsKey("pass-open") ? passed(submission, entries(inputs)) : entries(inputs);
        var flash = switch (plan.judge(submission.id(), entries, caller)) {
            case ManualPlan.Answer.Saved() -> Flash.done("Saved. Open or failed: %d.".formatted(plan.open(submission)));
            case ManualPlan.Answer.Malformed(var field, var because) -> Flash.refused(field + ": " + because);
            case ManualPlan.Answer.Refused(var because) -> Flash.refused(because);
            case ManualPlan.Answer.Unknown() -> throw new Missing();
        };
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:" + path(submission) + (inputs.containsKey("everything") ? "?show=all" : "");
    }

    /** All cases without a finding, stated as passed at once; what was entered in the form stays as it was entered. */
    private Map<String, Entry> passed(Submission submission, Map<String, Entry> entered) {
        var all = new HashMap<>(entered);
        plan.of(submission).stream()
                .filter(judged -> judged.applies() && judged.finding() == null)
                .map(judged -> judged.plan().id())
                .forEach(id -> all.merge(
                        id,
                        new Entry(Result.PASS, "", ""),
                        (one, pass) ->
                                one.result() == null ? new Entry(Result.PASS, one.note(), one.evidence()) : one));
        return all;
    }

    private static Map<String, Entry> entries(Map<String, String> inputs) {
        var entries = new HashMap<String, Entry>();
        inputs.forEach((name, value) -> {
            if (name.startsWith("result.")) {
                var id = name.substring("result.".length());
                entries.put(
                        id,
                        new Entry(
                                result(value),
                                inputs.getOrDefault("note." + id, ""),
                                inputs.getOrDefault("evidence." + id, "")));
            }
        });
        return entries;
    }

    private static @Nullable Result result(String text) {
        return switch (text) {
            case "PASS" -> Result.PASS;
            case "FAIL" -> Result.FAIL;
            case "NA" -> Result.NA;
            default -> null;
        };
    }

    private List<Feature> features(List<Judged> shown) {
        return shown.stream()
                .collect(Collectors.groupingBy(
                        judged -> judged.plan().feature(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Feature(
                        entry.getKey(), entry.getValue().stream().map(this::row).toList()))
                .toList();
    }

    private CaseRow row(Judged judged) {
        var found = Optional.ofNullable(judged.finding());
        var planned = judged.plan();
        return new CaseRow(
                planned.id(),
                ManualPlanWords.before(planned.before()),
                ManualPlanWords.sentence(planned.action()),
                ManualPlanWords.sentence(planned.expected()),
                switch (planned.coverage()) {
                    case AUTO -> "our runs show it, too";
                    case SEMI -> "needs a look into the app";
                    case PERSON -> "needs a person";
                    case NONE -> "not offered";
                },
                found.map(finding -> finding.result().name()).orElse(""),
                found.map(ManualPlan.Finding::note).orElse(""),
                found.map(ManualPlan.Finding::evidence).orElse(""),
                found.map(finding -> authors.nameOf(finding.by())).orElse(null),
                found.map(ManualPlan.Finding::at).orElse(null));
    }

    private static boolean mayJudge(Submission submission, Caller caller) {
        return caller.isMemberOf(submission.organization())
                && caller.mayTestAndSubmit()
                && submission.state().isEditable();
    }

    static String path(Submission submission) {
        return "/submissions/" + submission.id() + "/manual-plan";
    }
}
