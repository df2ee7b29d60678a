package dev.oin.web.portal;

import dev.oin.account.AccountAnswer;
import dev.oin.account.Caller;
import dev.oin.account.MoreAdmins;
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
    private final MoreAdmins moreAdmins;

    DomainsPage(VerifyDomain domains, MoreAdmins moreAdmins) {
        this.domains = domains;
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

    @PostMapping("/more-admins/put-away")
    String putAway(@RequestParam(defaultValue = "false") boolean home, Caller caller) {
        own(caller);
        moreAdmins.putAway(caller);
        return home ? "redirect:/" : "redirect:/organization";
    }

    private static String follow(AccountAnswer answer, String done, Caller caller, RedirectAttributes next) {
        own(caller);
        next.addFlashAttribute(
                Flash.NAME,
                switch (answer) {
                    case AccountAnswer.Done(var account) -> Flash.done(done);
                    case AccountAnswer.Refused(var reason) -> Flash.refused(reason);
                });
        return "redirect:/organization#domains";
    }

    private static void own(Caller caller) {
        if (caller.organization() == null) {
            throw new Missing();
        }
    }
}
