package dev.oin.account;

import dev.oin.mail.Mail;
import dev.oin.mail.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The mails that answer a wish to sign up or to choose a new password; only the owner of the mailbox learns what is so. */
@Component
class AccountLetter {

    private final Outbox outbox;
    private final AccountProperties properties;

    AccountLetter(Outbox outbox, AccountProperties properties) {
        this.outbox = outbox;
        this.properties = properties;
    }

    void signUp(OneTimeLinks.Made made) {
        send(
                made.link(),
                "Confirm your e-mail address",
                "Somebody, probably you, signs up " + made.link().company() + ". " + once(),
                "/sign-up/" + made.text());
    }

    void hasAccount(OneTimeLink link) {
        send(
                link,
                "You have an account already",
                "Somebody, probably you, wanted to sign up with this e-mail address. It has an account. Sign in, or choose a new password here:",
                "/reset");
    }

    void hasOrganization(OneTimeLink link) {
        send(
                link,
                "Your company is here already",
                "Somebody, probably you, wanted to sign up with this e-mail address. Your company has an organization already: ask one of its super admins to invite you. Then sign in here:",
                "/sign-in");
    }

    void reset(OneTimeLinks.Made made) {
        send(
                made.link(),
                "Choose a new password",
                "Somebody, probably you, asked for a new password. If it was not you, do nothing: the old one stays. "
                        + once(),
                "/reset/" + made.text());
    }

    private String once() {
        return "Open this link within %d minutes; it works once:"
                .formatted(properties.linkLifetime().toMinutes());
    }

    private void send(OneTimeLink link, String subject, String words, String path) {
        var address = properties.publicUrl() + path;
        outbox.enqueue(new Mail(
                "account/" + link.id(),
                link.id().toString(),
                List.of(link.email()),
                subject,
                "%s%n%n%s%n".formatted(words, address),
                "<p>%s</p><p><a href=\"%s\">%s</a></p>"
                        .formatted(
                                HtmlUtils.htmlEscape(words),
                                HtmlUtils.htmlEscape(address),
                                HtmlUtils.htmlEscape(address))));
    }
}
