package dev.oin.sandbox;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.submission.Timeline;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows an instance's OAuth 2 client secret on demand; who did is noted in the timeline, and with it in the audit trail. */
@Component
public class RevealClientSecret {

    private final ClientSecrets secrets;
    private final Timeline timeline;
    private final Ids ids;
    private final Clock clock;

    RevealClientSecret(ClientSecrets secrets, Timeline timeline, Ids ids, Clock clock) {
        this.secrets = secrets;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
    }

    /** The secret, if it was kept. */
    @Transactional
    public Optional<Secret> reveal(Instance instance, AccountId by) {
        var secret = secrets.of(instance.id());
        if (secret.isPresent()) {
            timeline.record(new Timeline.Event(
                    instance.submission(),
                    "client-secret-" + ids.next(),
                    "CLIENT_SECRET_REVEALED",
                    "The client secret of instance \"%s\" was shown.".formatted(instance.label()),
                    by,
                    null,
                    clock.instant()));
        }
        return secret;
    }
}
