package dev.oin.web.notices;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.Notices;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the bell leads to. */
@Controller
@RequestMapping("/notifications")
class NoticesPage {

    private static final int SHOWN = 100;

    private final Notices notices;

    NoticesPage(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String show(Caller caller, Model model) {
        model.addAttribute("notices", notices.latest(caller, SHOWN));
        model.addAttribute("unread", notices.unread(caller));
        return "notices/list";
    }

    @PostMapping("/read")
    String readAll(Caller caller) {
        notices.readAll(caller.account());
        return "redirect:/notifications";
    }

    /** Reads one, and goes where it leads. */
    @PostMapping("/{id}/open")
    String open(@PathVariable UUID id, @RequestParam UUID submission, Caller caller) {
        notices.read(caller.account(), id);
        return "redirect:" + path(caller, new SubmissionId(submission));
    }

    private static String path(Caller caller, SubmissionId submission) {
        return (caller.isStaff() ? "/review/" : "/submissions/") + submission;
    }
}
