package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.BalanceReviews;
import dev.oin.review.Presence;
import dev.oin.review.ReadWorkspace;
import dev.oin.web.frame.Crumb;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /review/{id}}: everything that a reviewer needs, on one page. */
@Controller
class WorkspacePage {

    private final ReadWorkspace workspaces;
    private final WorkspaceViews views;
    private final HandsOn handsOn;
    private final Presence presence;
    private final BalanceReviews balance;

    WorkspacePage(
            ReadWorkspace workspaces,
            WorkspaceViews views,
            HandsOn handsOn,
            Presence presence,
            BalanceReviews balance) {
        this.workspaces = workspaces;
        this.views = views;
        this.handsOn = handsOn;
        this.presence = presence;
        this.balance = balance;
    }

    @GetMapping("/review/{id}")
    String workspace(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String rule, Model model) {
        var workspace = workspaces
                .of(new SubmissionId(id), caller)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        presence.seen(workspace.submission().id(), caller);
        var page = views.show(workspace, caller);
        model.addAttribute("loads", caller.isLead() ? balance.loads() : List.of());
        model.addAttribute("page", page);
        model.addAttribute("logoutTests", workspace.logoutTests());
        model.addAttribute("draft", IssueDraft.of(rule, page));
        model.addAttribute("scripts", List.of("/js/reasons.js", "/js/review.js"));
        if (page.qa() && page.mayAct()) {
            model.addAttribute("rerun", handsOn.of(workspace.submission()));
        }
        model.addAttribute("crumbs", Crumb.trail("Queue", "/review", page.name()));
        return "review/workspace";
    }
}
