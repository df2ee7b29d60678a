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
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
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
        model.addAttribute("crumbs", WizardAnswers.crumbsBelowTest(submission, "Universal Logout by hand"));
        return "portal/logout-test";
    }

    @PostMapping
    String keep(
            @PathVariable UUID id,
            @RequestParam UUID instance,
            @RequestParam boolean passed,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "SECONDS") Unit unit,
            @RequestParam(required = false) @Nullable Integer status,
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
        var entry = new Entry(found.id().toString(), passed, after, unit, status, note);
        var problem = entry.problem();
        if (problem != null) {
            next.addFlashAttribute(Flash.NAME, Flash.refused(problem));
            next.addFlashAttribute("entry", entry);
            return "redirect:" + path(submission);
        }
        records.keep(new LogoutRecord(
                found.id(),
                caller.account(),
                caller.displayName(),
                clock.instant(),
                status,
                passed,
                entry.endedAfter(),
                note.strip()));
        next.addFlashAttribute(Flash.NAME, Flash.done("Recorded. Run the Universal Logout checks to have it counted."));
        return "redirect:" + path(submission);
    }

    /** What a time is entered in. */
    enum Unit {
        SECONDS(ChronoUnit.SECONDS),
        MINUTES(ChronoUnit.MINUTES);

        private final ChronoUnit of;

        Unit(ChronoUnit of) {
            this.of = of;
        }
    }

    /** What was entered, to stand in the form again where it was refused. */
    record Entry(
            String instance,
            boolean passed,
            @Nullable Integer after,
            Unit unit,
            @Nullable Integer status,
            String note) implements Serializable {

        @Nullable
        String problem() {
            var time = endedAfter();
            if (time != null && !passed) {
                return "Not recorded: a session that went on has no time of its end. Leave it out, or say that the session ended.";
            }
            if (time != null && (time.isNegative() || time.compareTo(LogoutRecord.LONGEST) > 0)) {
                return "Not recorded: the time until the session ended is between 0 seconds and 1440 minutes, not %s %s."
                        .formatted(after, unit.name().toLowerCase(Locale.ROOT));
            }
            if (status != null && (status < 100 || status > 599)) {
                return "Not recorded: a status is between 100 and 599, not %d.".formatted(status);
            }
            return note.length() > LONGEST_NOTE
                    ? "Not recorded: a note has at most %d characters; this one has %d."
                            .formatted(LONGEST_NOTE, note.length())
                    : null;
        }

        private @Nullable Duration endedAfter() {
            return after == null ? null : Duration.of(after, unit.of);
        }
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
