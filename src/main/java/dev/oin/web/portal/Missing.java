package dev.oin.web.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such page for this reader; what belongs to somebody else looks the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class Missing extends RuntimeException {

    private static final long serialVersionUID = 1;

    Missing() {
        super(null, null, false, false);
    }
}
