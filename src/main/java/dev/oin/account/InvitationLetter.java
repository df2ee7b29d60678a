package dev.oin.account;

import dev.oin.mail.Mail;
import dev.oin.mail.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The mail with an invitation's link. */
@Component
class InvitationLetter {

    private final Outbox outbox;
    private final AccountProperties properties;

    InvitationLetter(Outbox outbox, AccountProperties properties) {
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Puts the mail into the outbox; answers the link. */
    String send(Invitation invitation, String text) {
        var link = properties.publicUrl() + "/invitations/" + text;
        var what = invitation.organization() == null ? "the OIN team" : "your company's integrations";
        var days = properties.invitationLifetime().toDays();
        outbox.enqueue(new Mail(
                "invitation/" + invitation.id(),
                invitation.id().toString(),
                List.of(invitation.email()),
                "You are invited to " + what,
                "You are invited to %s. Open this link within %d days to choose a password; it works once:%n%n%s%n"
                        .formatted(what, days, link),
                "<p>You are invited to %s. Open this link within %d days to choose a password; it works once:</p><p><a href=\"%s\">%s</a></p>"
                        .formatted(
                                HtmlUtils.htmlEscape(what),
                                days,
                                HtmlUtils.htmlEscape(link),
                                HtmlUtils.htmlEscape(link))));
        return link;
    }
}
