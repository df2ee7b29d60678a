package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.CancelRuns;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckResult;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RenderReport;
import dev.oin.checks.RequestRun;
import dev.oin.checks.ShareRun;
import dev.oin.checks.sso.LeftPeople;
import dev.oin.kernel.RunId;
import dev.oin.submission.Submissions;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One run: its verdict, its progress, its results and their evidence. */
@Controller
@RequestMapping("/runs/{id}")
class RunPage {

    private static final int SECONDS_WITHOUT_SCRIPT = 5;
    private static final Duration SHARED_FOR = Duration.ofDays(30);

    private final CheckRuns runs;
    private final RunViews views;
    private final Submissions submissions;
    private final CancelRuns cancel;
    private final RequestRun request;
    private final ShareRun share;
    private final ObjectProvider<RenderReport> reports;
    private final LeftPeople left;
    private final Vault vault;

    RunPage(
            CheckRuns runs,
            RunViews views,
            Submissions submissions,
            CancelRuns cancel,
            RequestRun request,
            ShareRun share,
            ObjectProvider<RenderReport> reports,
            LeftPeople left,
            Vault vault) {
        this.runs = runs;
        this.left = left;
        this.views = views;
        this.submissions = submissions;
        this.cancel = cancel;
        this.request = request;
        this.share = share;
        this.reports = reports;
        this.vault = vault;
    }

    @GetMapping
    String show(@PathVariable UUID id, Caller caller, Model model) {
        var report = report(id, caller);
        var submission = submissions.get(report.run().submission());
        model.addAttribute("run", view(report, caller));
        model.addAttribute("refresh", report.run().status().isOver() ? null : SECONDS_WITHOUT_SCRIPT);
        model.addAttribute("integration", submission.displayName());
        model.addAttribute("left", left.of(report.run()));
        model.addAttribute(
                "crumbs",
                WizardAnswers.crumbsBelowTest(submission, report.run().suite().label()));
        return "portal/run";
    }

    @GetMapping("/news")
    String news(@PathVariable UUID id, Caller caller, Model model) {
        model.addAttribute("run", view(report(id, caller), caller));
        return "fragments/run :: news(run=${run})";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        var run = own(id, caller);
        var cancelled = cancel.cancel(run.id(), "Cancelled by %s.".formatted(caller.displayName()));
        next.addFlashAttribute(
                Flash.NAME, cancelled ? Flash.done("Run cancelled.") : Flash.refused("The run was over already."));
        return "redirect:/runs/" + id;
    }

    @PostMapping("/rerun")
    String rerun(@PathVariable UUID id, @RequestParam String which, Caller caller, RedirectAttributes next) {
        var report = report(id, caller);
        var run = own(id, caller);
        var cases = report.results().stream()
                .filter(result -> which.equals("failed")
                        ? RunViews.isToRepeat(result)
                        : result.check().value().equals(which))
                .map(CheckResult::check)
                .toList();
        var answer = request.request(
                new RequestRun.Request(run.submission(), run.suite(), run.instance(), cases, run.person()), caller);
        return RunAnswers.follow(answer, "/runs/" + id, next);
    }

    @PostMapping("/share")
    String share(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        var link = share.share(own(id, caller).id(), caller.account(), SHARED_FOR);
        next.addFlashAttribute(
                "shared",
                ShownOnce.of(
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/results/" + link.token())
                                .toUriString(),
                        vault));
        next.addFlashAttribute("sharedUntil", link.expiresAt());
        return "redirect:/runs/" + id;
    }

    @GetMapping("/report")
    ResponseEntity<String> report(
            @PathVariable UUID id, @RequestParam(defaultValue = "json") String format, Caller caller) {
        var run = report(id, caller).run();
        return RenderReport.Format.named(format)
                .flatMap(known -> Optional.ofNullable(reports.getIfAvailable())
                        .flatMap(renderer -> renderer.render(run.id(), known)))
                .map(document -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(document.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(document.fileName())
                                        .build()
                                        .toString())
                        .body(document.text()))
                .orElseThrow(Missing::new);
    }

    @GetMapping("/exhibits/{exhibit}")
    Object exhibit(@PathVariable UUID id, @PathVariable UUID exhibit, Caller caller, Model model) {
        var run = report(id, caller).run();
        return runs.exhibit(run.id(), exhibit)
                .map(content -> Exhibits.show(content, "/runs/" + id, model))
                .orElseThrow(Missing::new);
    }

    @PostMapping("/clean-up")
    String cleanUp(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        var remaining = left.retry(own(id, caller));
        next.addFlashAttribute(
                Flash.NAME,
                remaining.isEmpty()
                        ? Flash.done("Nobody of this run is left in the sandbox.")
                        : Flash.refused("Still there: " + remaining.size() + '.'));
        return "redirect:/runs/" + id;
    }

    private RunView view(CheckReport report, Caller caller) {
        var run = report.run();
        var mayAct = caller.isMemberOf(run.organization()) && caller.mayTestAndSubmit();
        return views.view(report, "/runs/" + run.id(), mayAct);
    }

    private CheckReport report(UUID id, Caller caller) {
        var run = caller.isStaff() ? runs.find(new RunId(id)) : ownRun(id, caller);
        return run.flatMap(found -> runs.report(found.id())).orElseThrow(Missing::new);
    }

    private CheckRun own(UUID id, Caller caller) {
        if (!caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return ownRun(id, caller).orElseThrow(Missing::new);
    }

    private Optional<CheckRun> ownRun(UUID id, Caller caller) {
        return caller.organization() == null || !caller.mayView()
                ? Optional.empty()
                : runs.find(new RunId(id), caller.organization());
    }
}
