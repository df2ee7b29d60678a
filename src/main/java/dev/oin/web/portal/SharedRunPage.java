package dev.oin.web.portal;

import dev.oin.account.Organizations;
import dev.oin.checks.CheckReport;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.ShareRun;
import dev.oin.submission.Submissions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A run as everybody with its link may read it: the evidence, nothing to press. */
@Controller
@RequestMapping("/results/{token}")
class SharedRunPage {

    private final ShareRun share;
    private final CheckRuns runs;
    private final RunViews views;
    private final Submissions submissions;
    private final Organizations organizations;

    SharedRunPage(
            ShareRun share, CheckRuns runs, RunViews views, Submissions submissions, Organizations organizations) {
        this.share = share;
        this.runs = runs;
        this.views = views;
        this.submissions = submissions;
        this.organizations = organizations;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        var report = opened(token);
        var run = report.run();
        model.addAttribute("run", views.view(report, "/results/" + token, false));
        model.addAttribute("integration", submissions.get(run.submission()).displayName());
        model.addAttribute("owner", organizations.get(run.organization()).name());
        model.addAttribute("crumbs", List.of());
        return "portal/run";
    }

    @GetMapping("/news")
    String news(@PathVariable String token, Model model) {
        model.addAttribute("run", views.view(opened(token), "/results/" + token, false));
        return "fragments/run :: news(run=${run})";
    }

    @GetMapping("/exhibits/{exhibit}")
    Object exhibit(@PathVariable String token, @PathVariable UUID exhibit, Model model) {
        return runs.exhibit(opened(token).run().id(), exhibit)
                .map(content -> Exhibits.show(content, "/results/" + token, model))
                .orElseThrow(Missing::new);
    }

    private CheckReport opened(String token) {
        return share.opened(token).flatMap(runs::report).orElseThrow(Ended::new);
    }
}
