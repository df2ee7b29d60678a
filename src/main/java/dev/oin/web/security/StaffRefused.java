package dev.oin.web.security;

import dev.oin.account.StaffSingleSignOn;
import org.springframework.security.core.AuthenticationException;

/** The provider knows the person; this product does not let them in. */
class StaffRefused extends AuthenticationException {

    private final StaffSingleSignOn.Reason reason;

    StaffRefused(StaffSingleSignOn.Reason reason) {
        super("Not let in: " + reason);
        this.reason = reason;
    }

    StaffSingleSignOn.Reason reason() {
        return reason;
    }
}
