package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.CheckRuns;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Timeline;
import dev.oin.web.frame.Chips;
import dev.oin.web.portal.SubmissionView.EventView;
import dev.oin.web.portal.SubmissionView.RunRow;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A submission's own page: issues, timeline, versions and runs. */
@Controller
@RequestMapping("/submissions/{id}")
class SubmissionPage {

    private static final int RUNS_SHOWN = 100;

    private final Wizard wizard;
    private final SubmissionTab tabs;
    private final Timeline timeline;
    private final CheckRuns runs;
    private final Instances instances;
    private final Authors authors;

    SubmissionPage(
            Wizard wizard,
            SubmissionTab tabs,
            Timeline timeline,
            CheckRuns runs,
            Instances instances,
            Authors authors) {
        this.wizard = wizard;
        this.tabs = tabs;
        this.timeline = timeline;
        this.runs = runs;
        this.instances = instances;
        this.authors = authors;
    }

    @GetMapping
    String issues(@PathVariable UUID id, @RequestParam(defaultValue = "") String open, Caller caller, Model model) {
        return tabs.show(wizard.read(id, caller), "issues", open, caller, model);
    }

    @GetMapping("/timeline")
    String timeline(@PathVariable UUID id, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        model.addAttribute(
                "events",
                timeline.of(submission.id()).reversed().stream()
                        .map(event -> new EventView(
                                event.text(),
                                event.at(),
                                event.by() == null ? null : authors.nameOf(event.by()),
                                event.version()))
                        .toList());
        return tabs.show(submission, "timeline", "", caller, model);
    }

    @GetMapping("/runs")
    String runs(@PathVariable UUID id, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        model.addAttribute(
                "runs",
                runs.of(submission.id(), RUNS_SHOWN, 0).stream()
                        .map(run -> new RunRow(
                                run.id().toString(),
                                run.suite().label(),
                                Chips.of(run),
                                "%d of %d"
                                        .formatted(
                                                run.progress().done(),
                                                run.progress().total()),
                                run.startedAt(),
                                run.instance() == null
                                        ? "v" + run.version()
                                        : instances
                                                        .find(run.instance())
                                                        .map(Instance::label)
                                                        .orElse("deleted instance")
                                                + ", v" + run.version()))
                        .toList());
        return tabs.show(submission, "runs", "", caller, model);
    }
}
