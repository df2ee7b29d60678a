package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.sso.GuidedRun;
import dev.oin.checks.sso.GuidedRuns;
import dev.oin.checks.sso.GuidedRuns.Answer;
import dev.oin.checks.sso.LearnedRecipe;
import dev.oin.checks.sso.SignInRecipes;
import dev.oin.checks.sso.SignOnCase;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submissions;
import dev.oin.submission.WizardPage;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A guided run: what the person has to do, what the product sees meanwhile, and what came of it. */
@Controller
class GuidedRunPage {

    private static final int LONGEST_REASON = 500;

    private final Wizard wizard;
    private final GuidedRuns guided;
    private final Instances instances;
    private final Submissions submissions;
    private final SignInRecipes recipes;
    private final Vault vault;

    GuidedRunPage(
            Wizard wizard,
            GuidedRuns guided,
            Instances instances,
            Submissions submissions,
            SignInRecipes recipes,
            Vault vault) {
        this.wizard = wizard;
        this.recipes = recipes;
        this.guided = guided;
        this.instances = instances;
        this.submissions = submissions;
        this.vault = vault;
    }

    @PostMapping("/submissions/{id}/guided")
    String start(
            @PathVariable UUID id,
            @RequestParam UUID instance,
            @RequestParam("case") SignOnCase check,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        if (!caller.isMemberOf(submission.organization()) || !caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        var found = instances
                .find(new InstanceId(instance), submission.organization())
                .filter(one -> one.integration().equals(submission.integration()))
                .orElseThrow(Missing::new);
        return switch (guided.start(submission, found, check, caller)) {
            case Answer.Started(var run, var ticket) -> {
                next.addFlashAttribute("ticket", ShownOnce.of(ticket, vault));
                yield "redirect:/runs/" + run + "/guided";
            }
            case Answer.Refused(var reason) -> {
                next.addFlashAttribute(Flash.NAME, Flash.refused(reason));
                yield "redirect:" + Wizard.path(submission, WizardPage.TESTING);
            }
        };
    }

    @GetMapping("/runs/{id}/guided")
    String show(@PathVariable UUID id, Caller caller, Model model) {
        var owner = caller.organization();
        if (owner == null || !caller.mayView()) {
            throw new Missing();
        }
        var found = guided.find(new RunId(id), owner);
        if (found.isEmpty()) {
            return "redirect:/runs/" + id;
        }
        var submission = submissions.get(found.get().run().submission());
        model.addAttribute("guided", found.get());
        model.addAttribute(
                "seen", found.get().seen().stream().map(SeenSignIn::of).toList());
        model.addAttribute("mayAct", caller.mayTestAndSubmit());
        model.addAttribute("crumbs", WizardAnswers.crumbsBelowTest(submission, "Guided run"));
        return "portal/guided";
    }

    @PostMapping("/runs/{id}/guided/ticket")
    String ticket(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        next.addFlashAttribute("ticket", ShownOnce.of(guided.anotherTicket(own(id, caller)), vault));
        return "redirect:/runs/" + id + "/guided";
    }

    @PostMapping("/runs/{id}/guided")
    String end(
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "NOBODY") LearnedRecipe.Names names,
            @RequestParam(defaultValue = "") String signOut,
            Caller caller,
            RedirectAttributes next) {
        var run = own(id, caller);
        var words = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        var ended = outcome.equals("abandon")
                ? guided.abandon(run)
                : confirmed ? guided.confirm(run, caller.displayName()) : guided.deny(run, caller.displayName(), words);
        next.addFlashAttribute(
                Flash.NAME, ended ? Flash.done("Recorded.") : Flash.refused("The run was over already."));
        var seen = new LearnedRecipe.Seen(address, names, signOut);
        return ended && confirmed && run.isAnswered() && seen.isAnything()
                ? learnt(run, seen, next)
                : "redirect:/runs/" + id;
    }

    /** What was learnt is shown beside what is in use, to be taken, edited and tried. */
    private String learnt(GuidedRun run, LearnedRecipe.Seen seen, RedirectAttributes next) {
        var submission = submissions.get(run.run().submission());
        var protocol = run.instance().singleSignOn().orElseThrow();
        var now = recipes.shown(submission.id(), protocol);
        var learnt = LearnedRecipe.from(run, seen, now);
        if (learnt.equals(now)) {
            return "redirect:/runs/" + run.run().id();
        }
        next.addFlashAttribute(SignInRecipePage.LEARNT, RecipeDiff.kept(SignInRecipePage.Form.of(learnt)));
        return "redirect:" + SignInRecipePage.path(submission, protocol);
    }

    private GuidedRun own(UUID id, Caller caller) {
        var owner = caller.organization();
        if (owner == null || !caller.mayTestAndSubmit()) {
            throw new NotAllowed();
        }
        return guided.find(new RunId(id), owner).orElseThrow(Missing::new);
    }
}
