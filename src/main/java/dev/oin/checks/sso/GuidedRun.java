package dev.oin.checks.sso;

import dev.oin.checks.CheckRun;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignInEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A case that a person drives in a private window of their own, while the product watches its own side (testing-rules 4.3).
 *
 * @param start what is opened first
 * @param seen what the identity provider has noted since
 * @param until when the run is abandoned
 */
public record GuidedRun(
        CheckRun run,
        Instance instance,
        SignOnCase check,
        Person person,
        URI start,
        List<SignInEvent> seen,
        Instant until) {

    public GuidedRun {
        seen = List.copyOf(seen);
    }

    /** Whether the answer went out, and with OpenID Connect came back as a redeemed code. */
    public boolean isAnswered() {
        return seen.stream()
                .anyMatch(event -> event.what() == SignInEvent.What.SAML_ANSWERED
                        || event.what() == SignInEvent.What.CODE_REDEEMED);
    }
}
