package dev.oin.web.frame;

import dev.oin.account.Caller;

/** Where somebody arrives after signing in. */
public final class Landing {

    private Landing() {}

    /** The caller's own first page. */
    public static String of(Caller caller) {
        return Navigation.landingOf(caller);
    }
}
