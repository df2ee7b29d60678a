package dev.oin.web.mails;

import dev.oin.account.Caller;
import dev.oin.account.StaffRole;
import dev.oin.mail.Outbox;
import dev.oin.review.MailPreviews;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Delivery of mails and what each looks like; for the review desk and operators. */
@Controller
@RequestMapping("/review/mails")
class MailsPage {

    private static final int BOUNCES = 100;
    private static final String NOTHING_ACTIVE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups";

    private final Outbox outbox;
    private final MailPreviews previews;

    MailsPage(Outbox outbox, MailPreviews previews) {
        this.outbox = outbox;
        this.previews = previews;
    }

    /** The page. */
    record View(
            int waiting,
            @Nullable Instant lateSince,
            boolean mayRetry,
            List<Outbox.Bounce> bounces,
            List<MailPreviews.Preview> previews) {}

    @GetMapping
    String show(Caller caller, Model model) {
        model.addAttribute(
                "page",
                new View(
                        outbox.backlog().waiting(),
                        outbox.lateSince().orElse(null),
                        mayRetry(caller),
                        outbox.bounces(null, BOUNCES),
                        previews.all()));
        model.addAttribute(
                "crumbs",
                caller.isAnalyst() || caller.staffRoles().contains(StaffRole.AUDITOR)
                        ? Crumb.trail("Queue", "/review", "Mails")
                        : Crumb.trail("Admin", "/admin", "Mails"));
        return "mails/team";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        if (!mayRetry(caller)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        outbox.retry(id);
        next.addFlashAttribute(Flash.NAME, Flash.done("It is sent again now."));
        return "redirect:/review/mails";
    }

    @GetMapping("/preview/{number}")
    ResponseEntity<String> html(@PathVariable int number) {
        var all = previews.all();
        if (number < 0 || number >= all.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", NOTHING_ACTIVE)
                .body(all.get(number).html());
    }

    private static boolean mayRetry(Caller caller) {
        return caller.isLead() || caller.staffRoles().contains(StaffRole.ADMIN);
    }
}
