package dev.oin.web.portal;

import dev.oin.account.OnlyInDemo;
import dev.oin.mail.CaughtMail;
import dev.oin.mail.CaughtMails;
import dev.oin.mail.WhereMailIsCaught;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The demo's inbox: every mail that was sent, newest first. */
@Controller
@OnlyInDemo
@WhereMailIsCaught
@RequestMapping("/dev/mail")
class DemoInbox {

    private static final int MOST = 200;
    private static final String NOTHING_ACTIVE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups";

    private final CaughtMails mails;

    DemoInbox(CaughtMails mails) {
        this.mails = mails;
    }

    /** The page. */
    record View(List<Entry> mails) {}

    /** A mail. */
    record Entry(String id, String subject, String to, Instant at, String text, boolean open) {}

    @GetMapping
    String show(Model model) {
        var latest = mails.latest(MOST);
        model.addAttribute(
                "page",
                new View(latest.stream()
                        .map(mail -> entry(mail, mail.equals(latest.getFirst())))
                        .toList()));
        return "portal/dev-mail";
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", NOTHING_ACTIVE)
                .body(find(id).html());
    }

    @GetMapping("/{id}/source")
    ResponseEntity<String> source(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(find(id).source());
    }

    private CaughtMail find(String id) {
        try {
            var messageId = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            return mails.find(messageId).orElseThrow(Missing::new);
        } catch (IllegalArgumentException malformed) {
            throw new Missing();
        }
    }

    private static Entry entry(CaughtMail mail, boolean open) {
        var id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mail.messageId().getBytes(StandardCharsets.UTF_8));
        return new Entry(id, mail.subject(), String.join(", ", mail.to()), mail.caughtAt(), mail.text(), open);
    }
}
