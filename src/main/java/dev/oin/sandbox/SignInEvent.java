package dev.oin.sandbox;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the identity provider saw or did during a sign-in.
 *
 * @param number grows with every event
 * @param run the run that the session was opened for; null for people who signed in themselves, and before anybody has
 * @param details protocol values worth knowing, without secrets
 */
public record SignInEvent(
        long number,
        InstanceId instance,
        @Nullable PersonId person,
        @Nullable RunId run,
        What what,
        Map<String, String> details,
        Instant at) {

    public SignInEvent {
        details = Map.copyOf(details);
    }

    /** What was seen or done. */
    public enum What {
        SAML_REQUEST_RECEIVED,
        SAML_REQUEST_REFUSED,
        SAML_ANSWERED,
        SAML_DENIED,
        OIDC_REQUEST_RECEIVED,
        OIDC_REQUEST_REFUSED,
        OIDC_ANSWERED,
        CODE_REDEEMED,
        TOKEN_REQUEST_REFUSED,
        USERINFO_CALLED,
        LOGIN_INITIATED,
        SIGNED_OUT
    }
}
