package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import java.net.URI;
import java.time.Duration;

/** Looks at a tab. */
final class Pages {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private Pages() {}

    /** Opens the address and looks at the page once it has come to rest. */
    static Page open(BrowserTab tab, URI address, Duration patience) {
        tab.open(address);
        var quiet = Quiet.afterOpening(tab);
        tab.await(patience, quiet::lasts);
        return of(tab);
    }

    static Page of(BrowserTab tab) {
        var words = tab.words();
        return new Page(
                Parameters.withoutSignIn(tab.url()),
                tab.document().map(Pages::status).orElse(0),
                words.title(),
                words.text());
    }

    /** A page that the server says is still the one that the browser keeps came with success (RFC 9110 13.2.2), and looks like it. */
    private static int status(Exchange document) {
        return document.status() == NOT_MODIFIED ? OK : document.status();
    }
}
