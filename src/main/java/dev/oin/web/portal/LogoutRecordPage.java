package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.logout.LogoutRecord;
import dev.oin.checks.logout.LogoutRecords;
import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The record of a Universal Logout test that was made by hand (testing-rules 5, UL-F13). */
@Controller
@RequestMapping("/submissions/{id}/logout-test")
class LogoutRecordPage {

    private static final int LONGEST_NOTE = 2000;

    private final Wizard wizard;
    private final Instances instances;
    private final LogoutRecords records;
    private final Clock clock;

    LogoutRecordPage(Wizard wizard, Instances instances, LogoutRecords records, Clock clock) {
        this.wizard = wizard;
        this.instances = instances;
        this.records = records;
        this.clock = clock;
    }

    /** An instance with the newest record of it. */
    record Line(Instance instance, @Nullable LogoutRecord latest) {}

    @GetMapping
    String show(@PathVariable UUID id, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        model.addAttribute(
                "lines",
                tested(submission).stream()
                        .map(instance ->
                                new Line(instance, records.latest(instance.id()).orElse(null)))
                        .toList());
        model.addAttribute("path", path(submission));
        model.addAttribute("mayAct", mayAct(submission, caller));
        model.addAttribute("back", Wizard.path(submission, WizardPage.TESTING));
        model.addAttribute("crumbs", WizardAnswers.crumbs(submission, "Universal Logout by hand"));
        return "portal/logout-test";
    }

    @PostMapping
    String keep(
            @PathVariable UUID id,
            @RequestParam UUID instance,
            @RequestParam(required = false) @Nullable Integer status,
            @RequestParam boolean passed,
            @RequestParam(defaultValue = "") String note,
            Caller caller,
            RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        if (!mayAct(submission, caller)) {
            throw new NotAllowed();
        }
        var found = tested(submission).stream()
                .filter(one -> one.id().equals(new InstanceId(instance)))
                .findFirst()
                .orElseThrow(Missing::new);
        if (note.length() > LONGEST_NOTE || status != null && (status < 100 || status > 599)) {
            next.addFlashAttribute(
                    Flash.NAME, Flash.refused("A status is between 100 and 599, a note at most 2000 characters long."));
            return "redirect:" + path(submission);
        }
        records.keep(new LogoutRecord(
                found.id(), caller.account(), caller.displayName(), clock.instant(), status, passed, note.strip()));
        next.addFlashAttribute(Flash.NAME, Flash.done("Recorded. Run the Universal Logout checks to have it counted."));
        return "redirect:" + path(submission);
    }

    private List<Instance> tested(Submission submission) {
        return instances.of(submission.id()).stream()
                .filter(one -> one.app().logout() != null)
                .toList();
    }

    private static boolean mayAct(Submission submission, Caller caller) {
        return caller.isMemberOf(submission.organization()) && caller.mayTestAndSubmit();
    }

    private static String path(Submission submission) {
        return "/submissions/" + submission.id() + "/logout-test";
    }
}
