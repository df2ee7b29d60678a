package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;

/** Looks at a tab. */
final class Pages {

    private Pages() {}

    static Page of(BrowserTab tab) {
        return new Page(
                Parameters.withoutSignIn(tab.url()),
                tab.document().map(Exchange::status).orElse(0),
                tab.title(),
                tab.text());
    }
}
