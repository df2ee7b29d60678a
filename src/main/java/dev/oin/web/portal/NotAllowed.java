package dev.oin.web.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The reader's role does not allow it. */
@ResponseStatus(HttpStatus.FORBIDDEN)
class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotAllowed() {
        super(null, null, false, false);
    }
}
