package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.LeftInApps;
import dev.oin.web.frame.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Strikes out what was removed from an app by hand. */
@Controller
class LeftInAppsAction {

    private final SandboxOwners owners;
    private final LeftInApps left;

    LeftInAppsAction(SandboxOwners owners, LeftInApps left) {
        this.owners = owners;
        this.left = left;
    }

    @PostMapping("/sandbox/{org}/left-in-apps")
    String forget(@PathVariable String org, @RequestParam long number, Caller caller, RedirectAttributes next) {
        var owner = owners.tests(org, caller).id();
        next.addFlashAttribute(
                Flash.NAME,
                left.forget(number, owner)
                        ? Flash.done("Taken off the list.")
                        : Flash.refused("Not changed: it is no longer on the list."));
        return "redirect:/sandbox/" + org + "#left-in-apps";
    }
}
