package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.DeskAnswer;
import dev.oin.review.RejectSubmission;
import dev.oin.review.WaiveCheck;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one person asks for and another lead confirms: waivers and rejections. */
@Controller
@RequestMapping("/review/{id}")
class FourEyesActions {

    private final WaiveCheck waive;
    private final RejectSubmission reject;

    FourEyesActions(WaiveCheck waive, RejectSubmission reject) {
        this.waive = waive;
        this.reject = reject;
    }

    @PostMapping("/waivers")
    String waive(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String check,
            @RequestParam String reason,
            @RequestParam LocalDate until,
            RedirectAttributes flash) {
        var answer = waive.waive(new SubmissionId(id), check.strip(), reason.strip(), until, caller);
        if (answer instanceof DeskAnswer.Unacceptable(var field, var rule, var because)) {
            flash.addFlashAttribute("askedWaiver", new AskedWaiver(check, reason, until, Map.of(field, because)));
        }
        return DeskRedirect.to(findings(id), answer, "Asked for. A lead confirms the waiver of " + check + ".", flash);
    }

    @PostMapping("/waivers/{waiver}/confirm")
    String confirm(Caller caller, @PathVariable UUID id, @PathVariable UUID waiver, RedirectAttributes flash) {
        return DeskRedirect.to(
                findings(id), waive.confirm(new SubmissionId(id), waiver, caller), "The waiver counts.", flash);
    }

    @PostMapping("/waivers/{waiver}/withdraw")
    String withdraw(Caller caller, @PathVariable UUID id, @PathVariable UUID waiver, RedirectAttributes flash) {
        return DeskRedirect.to(
                findings(id),
                waive.withdraw(new SubmissionId(id), waiver, caller),
                "The waiver was taken back.",
                flash);
    }

    @PostMapping("/rejection/confirm")
    String reject(Caller caller, @PathVariable UUID id, RedirectAttributes flash) {
        return DeskRedirect.to(
                "/review/" + id + "#decision",
                reject.confirm(new SubmissionId(id), caller),
                "Rejected. The ISV gets a mail with the reason and where to appeal.",
                flash);
    }

    @PostMapping("/rejection/decline")
    String decline(Caller caller, @PathVariable UUID id, RedirectAttributes flash) {
        return DeskRedirect.to(
                "/review/" + id + "#decision",
                reject.decline(new SubmissionId(id), caller),
                "Not rejected. The review goes on.",
                flash);
    }

    /** What was typed, and what is wrong at which field. */
    record AskedWaiver(String check, String reason, LocalDate until, Map<String, String> faults)
            implements Serializable {}

    private static String findings(UUID id) {
        return "/review/" + id + "#findings";
    }
}
