package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.CheckRuns;
import dev.oin.review.CompareContent;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.web.portal.SubmissionView.ChangeView;
import dev.oin.web.portal.SubmissionView.EventView;
import dev.oin.web.portal.SubmissionView.RunRow;
import dev.oin.web.portal.SubmissionView.VersionView;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
    private final Versions versions;
    private final CompareContent compare;
    private final CheckRuns runs;
    private final Instances instances;
    private final Authors authors;

    SubmissionPage(
            Wizard wizard,
            SubmissionTab tabs,
            Timeline timeline,
            Versions versions,
            CompareContent compare,
            CheckRuns runs,
            Instances instances,
            Authors authors) {
        this.wizard = wizard;
        this.tabs = tabs;
        this.timeline = timeline;
        this.versions = versions;
        this.compare = compare;
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

    @GetMapping("/versions")
    String versions(@PathVariable UUID id, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        var all = versions.of(submission.integration());
        model.addAttribute(
                "versions",
                IntStream.range(0, all.size()).mapToObj(at -> version(all, at)).toList());
        return tabs.show(submission, "versions", "", caller, model);
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

    private VersionView version(List<Version> all, int at) {
        var version = all.get(at);
        var changes = at + 1 < all.size()
                ? compare.between(all.get(at + 1).content(), version.content()).stream()
                        .map(change -> new ChangeView(change.field(), change.before(), change.after()))
                        .toList()
                : List.<ChangeView>of();
        return new VersionView(version.number(), version.cutAt(), authors.nameOf(version.cutBy()), changes);
    }
}
