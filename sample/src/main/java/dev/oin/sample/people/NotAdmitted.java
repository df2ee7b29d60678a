package dev.oin.sample.people;

import org.springframework.security.core.AuthenticationException;

/** A valid sign-in of somebody who may not enter. */
public class NotAdmitted extends AuthenticationException {

    public NotAdmitted(String reason) {
        super(reason);
    }
}
