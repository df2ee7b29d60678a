package dev.oin.web.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The address worked once and does not any more. */
@ResponseStatus(HttpStatus.GONE)
class Ended extends RuntimeException {

    private static final long serialVersionUID = 1;

    Ended() {
        super(null, null, false, false);
    }
}
