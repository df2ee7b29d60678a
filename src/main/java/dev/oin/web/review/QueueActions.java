package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.Absences;
import dev.oin.review.BalanceReviews;
import dev.oin.web.frame.Flash;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with several reviews at once, and who is away. */
@Controller
class QueueActions {

    private static final int AT_ONCE = 100;

    private final BalanceReviews balance;
    private final Absences absences;

    QueueActions(BalanceReviews balance, Absences absences) {
        this.balance = balance;
        this.absences = absences;
    }

    @PostMapping("/review/bulk")
    String bulk(
            Caller caller,
            @RequestParam(required = false) @Nullable List<UUID> review,
            @RequestParam String what,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash) {
        var chosen = (review == null ? List.<UUID>of() : review)
                .stream().limit(AT_ONCE).map(SubmissionId::new).toList();
        var shared = what.equals("claim") ? balance.claim(chosen, caller) : balance.assign(chosen, to, caller);
        flash.addFlashAttribute(Flash.NAME, words(what, shared, chosen.isEmpty()));
        return "redirect:" + (isView(back) ? back : "/review");
    }

    /** Whether it is a view of the queue, and no way to anywhere else. */
    private static boolean isView(String back) {
        return back.startsWith("/review?") && !back.contains("{");
    }

    private static Flash words(String what, BalanceReviews.Shared shared, boolean nothingChosen) {
        if (nothingChosen) {
            return Flash.refused("Choose reviews first.");
        }
        var done = "%d %s.".formatted(shared.done(), what.equals("claim") ? "claimed" : "assigned");
        return shared.refusals().isEmpty()
                ? Flash.done(done)
                : Flash.refused(done + " "
                        + String.join(
                                " ",
                                shared.refusals().stream().distinct().limit(3).toList()));
    }

    @PostMapping("/review/absences")
    String away(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam LocalDate first,
            @RequestParam LocalDate last,
            RedirectAttributes flash) {
        var who = account == null ? caller.account() : new AccountId(account);
        return DeskRedirect.to(
                "/review#team", absences.add(who, first, last, caller), "The absence is entered.", flash);
    }

    @PostMapping("/review/absences/{id}/drop")
    String here(Caller caller, @PathVariable UUID id, RedirectAttributes flash) {
        return DeskRedirect.to("/review#team", absences.drop(id, caller), "The absence is off.", flash);
    }
}
