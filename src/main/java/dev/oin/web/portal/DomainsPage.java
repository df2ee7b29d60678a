package dev.oin.web.portal;

import dev.oin.account.AccountAnswer;
import dev.oin.account.Caller;
import dev.oin.account.MoreAdmins;
import dev.oin.account.RemoveDomain;
import dev.oin.account.VerifyDomain;
import dev.oin.web.frame.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What super admins do about their organisation beyond its members: its domains, and advice that they put away. */
@Controller
@RequestMapping("/organization")
class DomainsPage {

    private final VerifyDomain domains;
    private final RemoveDomain removal;
    private final MoreAdmins moreAdmins;

    DomainsPage(VerifyDomain domains, RemoveDomain removal, MoreAdmins moreAdmins) {
        this.domains = domains;
        this.removal = removal;
        this.moreAdmins = moreAdmins;
    }

    @PostMapping("/domains")
    String claim(@RequestParam String domain, Caller caller, RedirectAttributes next) {
        return follow(
                domains.claim(caller, domain),
                "Now add the TXT record below to the DNS of " + domain.strip() + ".",
                caller,
                next);
    }

    @PostMapping("/domains/check")
    String check(@RequestParam String domain, Caller caller, RedirectAttributes next) {
        return follow(domains.check(caller, domain), domain + " is verified.", caller, next);
    }

    @PostMapping("/domains/withdraw")
    String withdraw(@RequestParam String domain, Caller caller, RedirectAttributes next) {
        return follow(
                domains.withdraw(caller, domain),
                domain + " is not asked for any more. Remove its TXT record.",
                caller,
                next);
    }

    /** {@code last}: the page said that it is the last one. */
    @PostMapping("/domains/remove")
    String remove(
            @RequestParam String domain,
            @RequestParam(defaultValue = "false") boolean last,
            Caller caller,
            RedirectAttributes next) {
        var flash = switch (removal.remove(caller, domain, last)) {
            case RemoveDomain.Answer.Removed() -> Flash.done(domain.strip() + " is no domain of yours any more.");
            case RemoveDomain.Answer.Forbidden(var because) -> Flash.refused(because);
            case RemoveDomain.Answer.Last(var because) -> Flash.refused(because);
            case RemoveDomain.Answer.Unknown(var because) -> Flash.refused(because);
        };
        return back(flash, caller, next);
    }

    @PostMapping("/more-admins/put-away")
    String putAway(@RequestParam(defaultValue = "false") boolean home, Caller caller) {
        own(caller);
        moreAdmins.putAway(caller);
        return home ? "redirect:/" : "redirect:/organization";
    }

    private static String follow(AccountAnswer answer, String done, Caller caller, RedirectAttributes next) {
        var flash = switch (answer) {
            case AccountAnswer.Done(var account) -> Flash.done(done);
            case AccountAnswer.Refused(var reason) -> Flash.refused(reason);
        };
        return back(flash, caller, next);
    }

    private static String back(Flash flash, Caller caller, RedirectAttributes next) {
        own(caller);
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:/organization#domains";
    }

    private static void own(Caller caller) {
        if (caller.organization() == null) {
            throw new Missing();
        }
    }
}
