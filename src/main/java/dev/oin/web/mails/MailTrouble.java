package dev.oin.web.mails;

import dev.oin.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells the desk when mails are late, so that nobody waits for an answer that was never asked for. */
@ControllerAdvice("dev.oin.web.review")
class MailTrouble {

    private static final int BOUNCES = 5;
    private static final Duration UNNOTICED = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final Clock clock;

    MailTrouble(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What did not arrive of the submission at hand. */
    @ModelAttribute("bounces")
    List<Outbox.Bounce> bounces(@PathVariable(required = false) @Nullable UUID id) {
        return id == null ? List.of() : outbox.bounces(id.toString(), BOUNCES);
    }

    @ModelAttribute("mailsLateSince")
    @Nullable
    Instant mailsLateSince() {
        var noticed = clock.instant().minus(UNNOTICED);
        return outbox.lateSince().filter(since -> since.isBefore(noticed)).orElse(null);
    }
}
