package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ProvisioningLog;
import dev.oin.sandbox.scim.TellAgain;
import dev.oin.web.frame.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells apps again what they did not take. */
@Controller
class TellAgainAction {

    private final SandboxOwners owners;
    private final TellAgain again;

    TellAgainAction(SandboxOwners owners, TellAgain again) {
        this.owners = owners;
        this.again = again;
    }

    /** One entry, or all that are open. */
    @PostMapping("/sandbox/{org}/provisioning")
    String tell(
            @PathVariable String org,
            @RequestParam(required = false) @Nullable Long entry,
            Caller caller,
            RedirectAttributes next) {
        var owner = owners.tests(org, caller).id();
        next.addFlashAttribute(
                Flash.NAME,
                entry == null
                        ? again.all(owner)
                                .map(TellAgainAction::flash)
                                .orElseGet(() -> Flash.done(ProvisioningLog.UNDER_WAY))
                        : again.one(entry, owner)
                                .map(TellAgainAction::flash)
                                .orElseGet(
                                        () -> Flash.refused("Not tried: this was tried again since, or it is gone.")));
        return "redirect:/sandbox/" + org + "#provisioning";
    }

    private static Flash flash(TellAgain.Outcome outcome) {
        return switch (outcome) {
            case TellAgain.Outcome.Told(Provisioned.Done done) -> Flash.done("Told. The app took it.");
            case TellAgain.Outcome.Told(var other) -> Flash.refused(ProvisioningLog.words(other));
            case TellAgain.Outcome.UnderWay() -> Flash.done(ProvisioningLog.UNDER_WAY);
            case TellAgain.Outcome.Over(var reason) -> Flash.refused("Nothing to tell any more. " + reason);
        };
    }

    private static Flash flash(TellAgain.Sum sum) {
        var told = sum.done() == 1 ? "Told 1." : "Told %d.".formatted(sum.done());
        return sum.left() == 0
                ? Flash.done(told + " Nothing is left to tell.")
                : Flash.refused(told
                        + " %d %s left; what apps answered stands below."
                                .formatted(sum.left(), sum.left() == 1 ? "is" : "are"));
    }
}
