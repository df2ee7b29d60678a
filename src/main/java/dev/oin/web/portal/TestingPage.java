package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.CheckId;
import dev.oin.checks.RequestRun;
import dev.oin.checks.SuiteName;
import dev.oin.gate.PrepareSubmit;
import dev.oin.gate.ScimResults;
import dev.oin.gate.SubmitIntegration;
import dev.oin.gate.SubmitOutcome;
import dev.oin.kernel.InstanceId;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Page 4 of the wizard: instances, tests, the gate, and submitting. */
@Controller
@RequestMapping("/submissions/{id}")
class TestingPage {

    private final Wizard wizard;
    private final WizardFrame frame;
    private final TestingViews views;
    private final LogoutViews logout;
    private final RequestRun request;
    private final PrepareSubmit prepare;
    private final SubmitIntegration submit;

    TestingPage(
            Wizard wizard,
            WizardFrame frame,
            TestingViews views,
            LogoutViews logout,
            RequestRun request,
            PrepareSubmit prepare,
            SubmitIntegration submit) {
        this.wizard = wizard;
        this.frame = frame;
        this.views = views;
        this.logout = logout;
        this.request = request;
        this.prepare = prepare;
        this.submit = submit;
    }

    @GetMapping("/testing")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(name = "instances", required = false) @Nullable String instances,
            Caller caller) {
        var submission = wizard.read(id, caller);
        return new ModelAndView("isv/test-integration")
                .addObject(
                        "wizard",
                        frame.view(
                                submission, WizardPage.TESTING, caller, wizard.problems(submission), List.of(), null))
                .addObject("page", views.view(submission, caller, "all".equals(instances)))
                .addObject("logout", logout.of(submission))
                .addObject("crumbs", WizardAnswers.crumbs(submission, "Test"));
    }

    @PostMapping("/runs")
    String run(
            @PathVariable UUID id,
            @RequestParam String suite,
            @RequestParam(required = false) @Nullable UUID instance,
            @RequestParam(required = false) @Nullable List<String> cases,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.test(id, caller);
        var name = SuiteName.named(suite).orElseThrow(Missing::new);
        var wanted = new RequestRun.Request(
                submission.id(),
                name,
                instance == null ? null : new InstanceId(instance),
                cases == null ? List.of() : cases.stream().map(CheckId::new).toList(),
                null);
        return RunAnswers.follow(request.request(wanted, caller), Wizard.path(submission, WizardPage.TESTING), next);
    }

    @PostMapping("/scim-results")
    String enterResults(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String spec,
            @RequestParam(defaultValue = "") String crud,
            @RequestParam(defaultValue = "") String entitlements,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.test(id, caller);
        var entered = new ScimResults(filled(spec), filled(crud), filled(entitlements));
        var flash = switch (prepare.enterResults(submission.id(), entered, caller)) {
            case PrepareSubmit.Answer.Saved(var saved) -> Flash.done("Links saved.");
            case PrepareSubmit.Answer.Malformed(var misfits) ->
                Flash.refused(misfits.getFirst().message());
            case PrepareSubmit.Answer.Refused(var because) -> Flash.refused(because);
            case PrepareSubmit.Answer.Locked(var because) -> Flash.refused(because);
            case PrepareSubmit.Answer.Unknown() -> throw new Missing();
        };
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:" + Wizard.path(submission, WizardPage.TESTING) + "#scim-suites";
    }

    @PostMapping("/submit")
    String submit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean certified,
            @RequestParam(defaultValue = "-1") long revision,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.test(id, caller);
        return switch (submit.submit(submission.id(), revision, certified, caller)) {
            case SubmitOutcome.Submitted(var submitted) -> {
                next.addFlashAttribute(
                        Flash.NAME,
                        Flash.done("Submitted. The OIN team has it now; you get a mail with the expected date."));
                yield "redirect:/submissions/" + id;
            }
            case SubmitOutcome.Closed(var gate) when handedIn(id, caller) -> alreadyThere(id, next);
            case SubmitOutcome.Stale(var current) when handedIn(id, caller) -> alreadyThere(id, next);
            case SubmitOutcome.Closed(var gate) -> {
                var unmet = gate.unmet().isEmpty()
                        ? ""
                        : " " + gate.unmet().getFirst().message();
                yield back(
                        submission,
                        "Not submitted: %d not met.%s".formatted(gate.unmet().size(), unmet),
                        next);
            }
            case SubmitOutcome.Stale(var current) ->
                back(
                        submission,
                        "Somebody saved in between. Look at what would be submitted, then submit again.",
                        next);
            case SubmitOutcome.Unknown() -> throw new Missing();
        };
    }

    /** A second press, or another tab: what it wanted is done. */
    private boolean handedIn(UUID id, Caller caller) {
        return !wizard.read(id, caller).state().isEditable();
    }

    private static String alreadyThere(UUID id, RedirectAttributes next) {
        next.addFlashAttribute(
                Flash.NAME, Flash.done("Submitted already. What the OIN team does with it is said below."));
        return "redirect:/submissions/" + id;
    }

    private static String back(Submission submission, String why, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, Flash.refused(why));
        return "redirect:" + Wizard.path(submission, WizardPage.TESTING);
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
